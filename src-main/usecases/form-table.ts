import { sha256Hex } from '../crypto/digest.ts'
import type { ExtractConditions, ExtractDefinition } from '../domain/extract-definition.ts'
import { extractField, type ExtractGrain } from '../domain/extract-field.ts'
import { formColumns, serialKey } from '../domain/form-field.ts'
import { matchFormRow } from '../domain/form-match.ts'
import { Problem } from '../domain/problem.ts'
import type { FormCell, FormFilling } from '../workbook/fill-form.ts'
import type { FormSeen } from '../workbook/read-form.ts'
import type { QueryContext } from './context.ts'
import { cellsOf, type ExtractCell, type ExtractColumn } from './extract-values.ts'
import type { FormWay } from './form-stage.ts'
import { allLines, readingOf } from './read-extract.ts'

export interface FormFill {
  readonly fields: readonly (string | null)[]
  readonly way: FormWay
  readonly grain: ExtractGrain
  readonly conditions: ExtractConditions
}

/** 填好的表 — what goes into which cell of the form, and who of it nobody was found for. */
export interface FormTable {
  readonly lines: FormFilling['lines']
  readonly room: FormFilling['room']
  readonly columns: readonly ExtractColumn[]
  readonly people: number
  readonly unmatched: readonly { readonly line: number; readonly text: string; readonly several: boolean }[]
  readonly contentSha256: string
}

interface OwnLine {
  readonly personId: string | null
  readonly name: string
  readonly idNumber: string
  readonly villageName: string
  /** By field, as it may leave. */
  readonly cells: ReadonlyMap<string, FormCell>
}

const mostLines = 50_000

export function formDefinition({ fields, grain, conditions }: FormFill): ExtractDefinition {
  const columns = formColumns(fields).filter((key) => extractField(key, grain) !== undefined)
  if (columns.length === 0) throw new Problem('form.nothing-mapped')
  return { grain, columns, conditions }
}

export async function formTableOf(
  ctx: QueryContext,
  seen: FormSeen,
  fill: FormFill,
  fullNumbers = false,
): Promise<FormTable> {
  const definition = formDefinition(fill)
  const reading = await readingOf(ctx, definition, fullNumbers)
  const own = await ownLines(ctx, definition, fullNumbers)
  const filled = fill.way === 'append' ? appended(seen, fill, own) : matched(seen, fill, own)
  const contentSha256 = sha256Hex(Buffer.from(JSON.stringify([filled.lines, filled.room]), 'utf8'))
  return { ...filled, columns: reading.columns, contentSha256 }
}

/** Whole name and number tell whose line it is; only the rendered cells go anywhere. */
async function ownLines(
  ctx: QueryContext,
  definition: ExtractDefinition,
  fullNumbers: boolean,
): Promise<OwnLine[]> {
  const nameKey = definition.grain === 'household' ? 'householder' : 'name'
  const keys = [nameKey, 'idNumber'].filter((key) => !definition.columns.includes(key))
  const whole = { ...definition, columns: [...definition.columns, ...keys] }
  const reading = await readingOf(ctx, whole, fullNumbers)
  const at = (key: string) => whole.columns.indexOf(key)
  const lines: OwnLine[] = []
  for await (const rows of allLines(ctx, whole)) {
    for (const row of rows) {
      const cells = cellsOf(row, reading)
      lines.push({
        personId: row.personId,
        name: String(row.values[at(nameKey)] ?? ''),
        idNumber: String(row.values[at('idNumber')] ?? ''),
        villageName: row.villageName,
        cells: new Map(
          definition.columns.map((key, index) => [
            key,
            formCell(cells[index] ?? null, reading.columns[index]),
          ]),
        ),
      })
    }
    if (lines.length > mostLines)
      throw new Problem('extract.too-many-rows', { rows: lines.length, most: mostLines, format: 'xlsx' })
  }
  return lines
}

/** Area and money in their own unit, as numbers: the form may add them up. */
function formCell(cell: ExtractCell, column: ExtractColumn | undefined): FormCell {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  return column?.kind === 'area' || column?.kind === 'money' ? cell / 100 : cell
}

type Filled = Omit<FormTable, 'columns' | 'contentSha256'>

function appended({ room, rows }: FormSeen, { fields }: FormFill, own: readonly OwnLine[]): Filled {
  if (own.length === 0) throw new Problem('extract.nothing-found')
  const lines = own.map(({ cells }, index) => ({
    line: room.from + index,
    cells: fields.flatMap((field, column): (readonly [number, FormCell])[] => {
      if (field === null) return []
      const value = field === serialKey ? rows.length + index + 1 : cells.get(field)
      return value === undefined ? [] : [[column, value]]
    }),
  }))
  return {
    lines,
    room: { ...room, wanted: own.length, follows: rows.length > 0 },
    people: countPeople(own),
    unmatched: [],
  }
}

/** Only cells of theirs that are empty: what stands there was written by somebody. */
function matched({ rows }: FormSeen, { fields }: FormFill, own: readonly OwnLine[]): Filled {
  const found: OwnLine[] = []
  const unmatched: { line: number; text: string; several: boolean }[] = []
  const lines = rows.flatMap(({ line, texts }) => {
    const said = (key: string) => texts[fields.indexOf(key)]?.trim() ?? ''
    const name = said('name') === '' ? said('householder') : said('name')
    const fits = matchFormRow({ name, idNumber: said('idNumber'), village: said('village') }, own)
    const [one] = fits
    if (one === undefined || fits.length > 1) {
      unmatched.push({ line: line + 1, text: name, several: fits.length > 1 })
      return []
    }
    found.push(one)
    const cells = fields.flatMap((field, column): (readonly [number, FormCell])[] => {
      const value = field === null || (texts[column] ?? '') !== '' ? undefined : one.cells.get(field)
      return value === undefined || value === '' ? [] : [[column, value]]
    })
    return [{ line, cells }]
  })
  if (found.length === 0) throw new Problem('form.nobody-matched')
  return { lines, room: null, people: countPeople(found), unmatched }
}

function countPeople(lines: readonly OwnLine[]): number {
  return new Set(lines.flatMap(({ personId }) => personId ?? [])).size
}
