export type PictureKind = 'jpg' | 'png' | 'webp' | 'tiff' | 'pdf'

/** 苹果手机照片 and what else people take for a picture; each is refused by its own name. */
export type OtherKind = 'heic' | 'bmp' | 'gif' | 'web-page' | 'office' | 'other'

/** What a file is by its first bytes; its name says nothing. */
export function pictureKind(bytes: Uint8Array): PictureKind | OtherKind {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'jpg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff'
  if (start.slice(0, 128).includes('%PDF-')) return 'pdf'
  if (start.slice(4, 8) === 'ftyp')
    return /^(?:hei|hev|mif1|msf1|avi)/.test(start.slice(8, 12)) ? 'heic' : 'other'
  if (start.startsWith('BM')) return 'bmp'
  if (start.startsWith('GIF8')) return 'gif'
  if (start.startsWith('PK') || start.startsWith('\xd0\xcf\x11\xe0')) return 'office'
  return /<(?:!doctype|html|head|body)\b/i.test(start) ? 'web-page' : 'other'
}

export function isPicture(kind: PictureKind | OtherKind): kind is PictureKind {
  return kind === 'jpg' || kind === 'png' || kind === 'webp' || kind === 'tiff' || kind === 'pdf'
}
