import { cleanText } from './clean-text.ts'

/** What a spreadsheet would take for a formula when it opens the text. */
const formula = /^[=+\-@\t\r]/
const mark = '\ufeff'

/** Comma-separated text with the mark by which Excel knows UTF-8; no cell of it can become a formula. */
export function delimitedText(lines: readonly (readonly string[])[]): Uint8Array {
  const written = lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')
  return new TextEncoder().encode(`${mark}${written}\r\n`)
}

function cellOf(text: string): string {
  const clean = cleanText(text)
  const safe = formula.test(clean) && !/^-?\d+(\.\d+)?$/.test(clean) ? `'${clean}` : clean
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
