import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from 'xlsx'

/** Every byte of text in an xlsx as unzip sees it, style and settings included: what a curious person would look through. */
export function packedText(xlsx: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-sheet-'))
  try {
    const file = join(folder, 'book.xlsx')
    writeFileSync(file, xlsx)
    return execFileSync('unzip', ['-p', file], { maxBuffer: 1e9 }).toString('utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Lines of cells as text, of one sheet or the first. */
export function sheetLines(bytes: Uint8Array, name?: string): string[][] {
  const book = read(bytes)
  const sheet = book.Sheets[name ?? book.SheetNames[0]!]!
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
}
