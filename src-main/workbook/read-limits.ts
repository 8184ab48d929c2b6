/** How much of a file is read before it is refused. Megabytes are 1024 × 1024 bytes. */
export interface ReadLimits {
  readonly fileMegabytes: number
  /** All members of a zipped workbook, as they declare themselves. */
  readonly unpackedMegabytes: number
  readonly memberMegabytes: number
  readonly members: number
  /** Unpacked to packed; looked at only above `ratioFromMegabytes`. */
  readonly ratio: number
  readonly ratioFromMegabytes: number
  readonly rows: number
  readonly columns: number
  readonly seconds: number
  readonly memoryMegabytes: number
}

export const readLimits: ReadLimits = {
  fileMegabytes: 50,
  unpackedMegabytes: 400,
  memberMegabytes: 150,
  members: 10_000,
  ratio: 200,
  ratioFromMegabytes: 10,
  rows: 200_000,
  columns: 200,
  seconds: 60,
  memoryMegabytes: 1024,
}
