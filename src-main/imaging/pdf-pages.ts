import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PictureSource } from './shrink-picture.ts'

/** Drawn a little larger than it is kept, so that a code in small print is still found. */
const drawnLongSide = 2_800

let library: ReturnType<typeof PDFiumLibrary.init> | undefined

/** A scanned PDF, its pages drawn one at a time. */
export interface OpenPdf {
  readonly pages: number
  draw(page: number): Promise<PictureSource>
  close(): void
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await (await (library ??= load())).loadDocument(bytes)
  return {
    pages: pdf.getPageCount(),
    close: () => pdf.destroy(),
    draw: async (number) => {
      const page = pdf.getPage(number)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = drawnLongSide / Math.max(originalWidth, originalHeight, 1)
      const { data, width, height } = await page.render({ scale, render: 'bitmap' })
      return { dots: data, width, height }
    },
  }
}

async function load(): ReturnType<typeof PDFiumLibrary.init> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
  return PDFiumLibrary.init({ wasmBinary: new Uint8Array(await readFile(path)).buffer })
}
