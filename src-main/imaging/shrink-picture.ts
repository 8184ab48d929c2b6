import sharp, { type Sharp } from 'sharp'
import { cameraNotes, type CameraNotes } from './picture-time.ts'
import { keptLongSide, pictureLimits } from './picture-limits.ts'

sharp.cache(false)
sharp.concurrency(1)

/** Bytes of a picture file, or dots a PDF page was drawn with. */
export type PictureSource =
  | { readonly bytes: Uint8Array; readonly page: number }
  | { readonly dots: Uint8Array; readonly width: number; readonly height: number }

export interface SmallPicture extends CameraNotes {
  readonly pages: number
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

const options = {
  limitInputPixels: pictureLimits.megapixels * 1_000_000,
  /** A picture that was not copied to its end is refused; an odd note beside it is not. */
  failOn: 'error',
  sequentialRead: true,
} as const

/** 缩小 — upright, at most `keptLongSide`, as JPEG; place and device are left out unless they were asked for. */
export async function shrinkPicture(source: PictureSource, keepPlace: boolean): Promise<SmallPicture> {
  const { exif, pages = 1 } = 'bytes' in source ? await open(source).metadata() : {}
  let picture = open(source)
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize({ width: keptLongSide, height: keptLongSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 80, chromaSubsampling: '4:2:0' })
  if (keepPlace) picture = picture.keepExif()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { ...cameraNotes(exif), pages, jpeg: data, width: info.width, height: info.height }
}

export interface Dots {
  readonly grey: Uint8Array
  readonly width: number
  readonly height: number
}

/** The same picture grey, for looking for codes. */
export async function greyDots(source: PictureSource, longSide: number, sharpened: boolean): Promise<Dots> {
  const fitted = open(source)
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .greyscale()
  const clear = sharpened ? fitted.median(3).normalise().sharpen({ sigma: 1.5 }) : fitted
  const { data, info } = await clear.raw().toBuffer({ resolveWithObject: true })
  return { grey: data, width: info.width, height: info.height }
}

function open(source: PictureSource): Sharp {
  if ('bytes' in source) return sharp(source.bytes, { ...options, page: source.page })
  const { dots, width, height } = source
  return sharp(dots, { ...options, raw: { width, height, channels: 4 } })
}
