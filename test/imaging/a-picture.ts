import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBuffer } from 'qrcode'
import sharp from 'sharp'

/** Written once into a folder of its own; answers where. */
export async function aFile(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'pictures-')), name)
  await writeFile(path, bytes)
  return path
}

/** A sheet of paper with codes on it, as a camera above a table would see it. */
export async function aSheet(codes: readonly string[], width = 1654, height = 2339) {
  const stickers = await Promise.all(codes.map((text) => toBuffer(text, { width: 220, margin: 4 })))
  return sharp({ create: { width, height, channels: 3, background: '#f4f1ea' } }).composite(
    stickers.map((input, index) => ({ input, top: 60, left: width - 280 - 300 * index })),
  )
}

/** What a phone writes beside the picture: the moment, its make, and where it was. */
export const phoneExif = {
  IFD0: { Make: '某手机', Model: 'X1' },
  IFD2: { DateTimeOriginal: '2026:07:03 09:41:07' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '36/1 15/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '111/1 40/1 30/1',
  },
}
