import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { greyDots, type Dots, type PictureSource } from './shrink-picture.ts'

/** Tried one after the other until something is found: most pages give their code to the first. */
const looks = [
  { longSide: 2_000, sharpened: false },
  { longSide: 4_000, sharpened: false },
  { longSide: 1_200, sharpened: false },
  { longSide: 2_000, sharpened: true },
] as const

let ready: Promise<unknown> | undefined

/** 找二维码 — the texts of all QR codes on a picture, each once, whatever way it is turned. */
export async function findCodes(source: PictureSource): Promise<string[]> {
  await (ready ??= prepare())
  for (const { longSide, sharpened } of looks) {
    const found = await codesOn(await greyDots(source, longSide, sharpened))
    if (found.length > 0) return found
  }
  return []
}

async function codesOn({ grey, width, height }: Dots): Promise<string[]> {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0, to = 0; at < grey.length; at += 1, to += 4) {
    data[to] = data[to + 1] = data[to + 2] = grey[at] as number
    data[to + 3] = 255
  }
  const results = await readBarcodes(
    { data, width, height, colorSpace: 'srgb' },
    { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 8 },
  )
  return [...new Set(results.filter((result) => result.isValid).map((result) => result.text))]
}

/** From the package itself: by its own choice the library would fetch it from the network. */
async function prepare(): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = new Uint8Array(await readFile(path)).buffer
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}
