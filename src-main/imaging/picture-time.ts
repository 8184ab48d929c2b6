import readExif from 'exif-reader'

/** What the camera wrote beside the picture that matters here. */
export interface CameraNotes {
  readonly takenAt: string | null
  readonly hadPlace: boolean
}

/** Cameras write their own local time without a zone; notes nobody can read are as good as none. */
export function cameraNotes(exif: Buffer | undefined): CameraNotes {
  try {
    const { Photo, GPSInfo } = exif === undefined ? {} : readExif(exif)
    return { takenAt: wallTime(Photo?.DateTimeOriginal), hadPlace: GPSInfo?.GPSLatitude !== undefined }
  } catch {
    return { takenAt: null, hadPlace: false }
  }
}

function wallTime(taken: Date | undefined): string | null {
  if (!(taken instanceof Date) || Number.isNaN(taken.getTime())) return null
  const text = taken.toISOString().slice(0, 19)
  return text.startsWith('19') || text.startsWith('20') ? text : null
}
