import { execFileSync } from 'node:child_process'

/** Text of a PDF as poppler sees it, a page each. */
export function pdfPages(pdf: Uint8Array, layout: 'lines' | 'raw' = 'lines'): string[] {
  const how = layout === 'lines' ? '-layout' : '-raw'
  const text = execFileSync('pdftotext', [how, '-', '-'], { input: pdf, maxBuffer: 1e8 }).toString()
  return text.split('\f').slice(0, -1)
}

export interface PdfFont {
  readonly name: string
  readonly isEmbedded: boolean
}

/** Fonts named in a PDF and whether their glyphs travel with it. */
export function pdfFonts(pdf: Uint8Array): PdfFont[] {
  const [head = '', , ...rows] = execFileSync('pdffonts', ['-'], { input: pdf }).toString().split('\n')
  const embedded = head.indexOf('emb')
  return rows
    .filter((row) => row.trim() !== '')
    .map((row) => ({
      name: row.slice(0, 36).trim(),
      isEmbedded: row.slice(embedded, embedded + 3) === 'yes',
    }))
}
