import { readFile } from 'node:fs/promises'
import * as XLSX from 'xlsx'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import type { AnOffice } from './an-office.ts'
import { gantingCode } from './a-roll-sheet.ts'

export type BookCell = string | number | Date | null
/** Lines of cells as a spreadsheet program shows and changes them. */
export type BookLines = BookCell[][]

/** An issued workbook as somebody in the village opens, damages and saves it: its sheets as plain lines. */
export interface OpenedBook {
  readonly bytes: Uint8Array
  readonly people: BookLines
  readonly answers: BookLines
}

export async function issued(
  office: AnOffice,
  /** null: of the register alone. */
  roundId: string | null,
  villageCode = gantingCode,
): Promise<OpenedBook> {
  const { books } = await runJob(office.clerk, 'villageBook.issue', { roundId, villageCodes: [villageCode] })
  return opened(new Uint8Array(await readFile((await office.core.files.take(books[0]!.file.token)).path)))
}

export function opened(bytes: Uint8Array): OpenedBook {
  const book = XLSX.read(new Uint8Array(bytes))
  const lines = (name: string) =>
    XLSX.utils.sheet_to_json<BookCell[]>(book.Sheets[name]!, { header: 1, raw: false, defval: '' })
  return { bytes, people: lines('人员核对'), answers: book.Sheets['问答'] ? lines('问答') : [] }
}

export const headLine = 3

export function columnOf(lines: BookLines, header: string): number {
  const at = lines[headLine]!.indexOf(header)
  if (at < 0) throw new Error(`there is no column ${header}`)
  return at
}

/** The line of a person, by name. */
export function lineOf(lines: BookLines, name: string): BookCell[] {
  const at = columnOf(lines, '姓名')
  const line = lines.find((cells, index) => index > headLine && cells[at] === name)
  if (line === undefined) throw new Error(`${name} is not in the workbook`)
  return line
}

/** Writes into a person's row, under a header. */
export function fill(lines: BookLines, name: string, cells: Readonly<Record<string, BookCell>>): void {
  for (const [header, value] of Object.entries(cells)) lineOf(lines, name)[columnOf(lines, header)] = value
}

/** The first blank row, filled. */
export function fillBlank(lines: BookLines, cells: Readonly<Record<string, BookCell>>): void {
  const at = columnOf(lines, '姓名')
  const line = lines.find((own, index) => index > headLine && own[at] === '' && own[0] !== '')!
  for (const [header, value] of Object.entries(cells)) line[columnOf(lines, header)] = value
}

export type SavedAs = 'xlsx' | 'biff8' | 'csv'

/** Saved by another program: no protection, no drop-downs, no text format. */
export function saved(sheets: Readonly<Record<string, BookLines>>, as: SavedAs = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const [name, lines] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lines, { dateNF: 'yyyy-mm-dd' }), name)
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: as }) as Buffer)
}

export async function handedBack(office: AnOffice, bytes: Uint8Array, name = '甘亭村核对表.xlsx') {
  const fileToken = await office.handIn(name, bytes)
  const read = await runJob(office.clerk, 'villageBook.read', { fileToken, filledBy: '' })
  return { ...read, ...(await office.clerk.villageBook.lines({ returnId: read.returnId })) }
}

export type Returned = Awaited<ReturnType<typeof handedBack>>
export type ReturnedLine = Returned['lines'][number]

/** What a line says, as short as a test wants to read it. */
export function said({ kind, name, cells, doubts }: ReturnedLine) {
  return {
    ...{ kind, name },
    cells: cells.map(({ header, old, typed, rule }) =>
      [header, old, typed, ...(rule === null ? [] : [rule])].join('|'),
    ),
    doubts: doubts.map(({ code }) => code),
  }
}
