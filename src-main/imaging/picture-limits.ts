/** How much of a picture is read before it is refused. Megabytes are 1024 × 1024 bytes. */
export interface PictureLimits {
  readonly fileMegabytes: number
  readonly megapixels: number
  /** Pages of a scanned PDF or TIFF. */
  readonly pages: number
  readonly secondsForPage: number
}

export const pictureLimits: PictureLimits = {
  fileMegabytes: 60,
  megapixels: 100,
  pages: 1_000,
  secondsForPage: 60,
}

/** A4 at 170 dots an inch: a signature and a red stamp stay readable, a page takes some 300 kB. */
export const keptLongSide = 2_000
