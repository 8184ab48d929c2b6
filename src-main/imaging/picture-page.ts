/** What is asked of the process that reads pictures: one page of one file. */
export interface PictureRequest {
  readonly path: string
  readonly fileName: string
  /** From 0; only PDF and TIFF have more than one. */
  readonly page: number
  /** 保留拍摄地点 — keep what the camera wrote about place and time inside the picture. */
  readonly keepPlace: boolean
}

/** 一页 — a page made small and upright, and what was found on it. */
export interface PicturePage {
  readonly pages: number
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  /** Texts of the QR codes on it. */
  readonly codes: readonly string[]
  /** `YYYY-MM-DDTHH:MM:SS` by the camera's own clock; null where it wrote none. */
  readonly takenAt: string | null
  /** Whether the camera had written where it was. */
  readonly hadPlace: boolean
  /** The digest of the file as it came, not of the page. */
  readonly fileSha256: string
}
