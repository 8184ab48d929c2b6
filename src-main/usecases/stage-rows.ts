import { fieldOf } from '../domain/list-kind.ts'
import { meaningOf, plainWord, type WordList } from '../domain/word-list.ts'
import type { UnpackedBlock } from '../workbook/pack-rows.ts'
import type { ListJudge } from './judge-list.ts'
import type { ListPlan, PlannedSheet } from './list-plan.ts'
import type { StagedLine, StagedTable, WordSeen } from './list-stage.ts'

/** Words of one column, counted until there are too many for a code list. */
const mostWords = 300

interface Cell {
  text: string
  wasNumber: boolean
}

/** Judges the rows of one sheet; every line of it becomes one judged line, in the sheet's order. */
export async function judgeTable(
  judge: ListJudge,
  at: { readonly table: StagedTable; readonly index: number; readonly setup: PlannedSheet },
  words: WordCounter,
  between: () => Promise<void>,
): Promise<StagedLine[]> {
  const { table, index, setup } = at
  const cells = new RowCells(setup)
  const lines: StagedLine[] = []
  for (const { block, from } of table.rows.blocks()) {
    for (const [row, line] of block.lines.entries()) {
      const read = cells.at(block, row, table.columns.length)
      words.see(read)
      lines.push({ table: index, line, row: from + row, judged: judge.judge(read) })
      if (lines.length % 500 === 0) await between()
    }
  }
  const skipped = table.skipped.map(({ line, why, text }): StagedLine => {
    return { table: index, line, row: -1, judged: { outcome: 'skipped', why, text } }
  })
  return [...lines, ...skipped].sort((a, b) => a.line - b.line)
}

/** The cells of a row by field; one object is filled again for every row, because rows are read and forgotten. */
class RowCells {
  readonly #cells: Record<string, Cell> = {}
  readonly #columns: readonly (readonly [column: number, cell: Cell, constant: string])[]

  constructor({ fields, constants }: PlannedSheet) {
    for (const [field, text] of Object.entries(constants)) this.#cells[field] = { text, wasNumber: false }
    this.#columns = fields.flatMap((field, column) => {
      if (field === null) return []
      const cell = { text: '', wasNumber: false }
      this.#cells[field] = cell
      return [[column, cell, constants[field] ?? '']]
    })
  }

  at({ texts, numbers }: UnpackedBlock, row: number, width: number): Readonly<Record<string, Cell>> {
    const start = row * width
    for (const [column, cell, constant] of this.#columns) {
      const text = texts[start + column] ?? ''
      cell.text = text === '' ? constant : text
      cell.wasNumber = text !== '' && numbers[start + column] === 1
    }
    return this.#cells
  }
}

/** Counts the words of the columns that take only some. */
export class WordCounter {
  readonly #lists: ReadonlyMap<string, WordList>
  readonly #said: ListPlan['said']
  readonly #counts = new Map<string, Map<string, number>>()

  constructor({ kind, said, sheets }: ListPlan, programmes: WordList | undefined) {
    const fields = new Set(sheets.flatMap((sheet) => [...sheet.fields, ...Object.keys(sheet.constants)]))
    this.#said = said
    this.#lists = new Map(
      [...fields].flatMap((field) => {
        if (field === null) return []
        const list =
          field === 'category' && programmes !== undefined ? programmes : fieldOf(kind, field)?.words
        return list === undefined ? [] : [[field, list]]
      }),
    )
    for (const field of this.#lists.keys()) this.#counts.set(field, new Map())
  }

  see(cells: Readonly<Record<string, Cell>>): void {
    for (const [field, counts] of this.#counts) {
      const text = cells[field]?.text ?? ''
      const count = text === '' ? undefined : counts.get(text)
      if (count !== undefined) counts.set(text, count + 1)
      else if (text !== '' && counts.size < mostWords) counts.set(text, 1)
    }
  }

  words(): WordSeen[] {
    return [...this.#counts].flatMap(([field, counts]) => {
      const list = this.#lists.get(field) ?? []
      const seen = new Map<string, WordSeen>()
      for (const [text, count] of counts) {
        const word = plainWord(text)
        const known = seen.get(word)
        const meaning = meaningOf(list, text, this.#said[field]) ?? null
        seen.set(word, { field, word, count: (known?.count ?? 0) + count, meaning, list })
      }
      return [...seen.values()].sort((a, b) => b.count - a.count)
    })
  }
}
