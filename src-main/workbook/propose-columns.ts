import type { CellLook } from '../domain/list-field.ts'
import { lookAt, type ColumnLook } from './column-look.ts'
import { findHeader, type Header, headerOn } from './find-header.ts'
import type { Grid } from './grid.ts'
import { standIn } from './match-columns.ts'
import { similarField } from './similar-header.ts'
import type { WantedField } from './table-read.ts'

/** 怎么认出的 — by a known name, by one alike, or by what stands in the column. */
export type Sureness = 'name' | 'alike' | 'content' | 'remembered' | 'said'

/** 建议的表头 — where the head of a sheet is and what each column is taken for. */
export interface Proposal {
  readonly header: Header
  /** The head as it was looked for, where a remembered one stands in its place. */
  readonly proposed?: Header
  readonly looks: readonly ColumnLook[]
  readonly sureness: ReadonlyMap<number, Sureness>
}

/** What tells people and their money apart by itself; other columns need their names. */
const tellingLooks: ReadonlySet<CellLook> = new Set(['id-number', 'certificate', 'account'])

/** Undefined when no line of the sheet looks like a head of such a list. */
export function proposeColumns(grid: Grid, fields: readonly WantedField[]): Proposal | undefined {
  const header = findHeader(grid, fields) ?? headAboveNumbers(grid, fields)
  return header && completed(grid, header, fields)
}

/** What the names leave open is filled by names alike, and the rest of what must be there by what stands below. */
export function completed(grid: Grid, header: Header, fields: readonly WantedField[]): Proposal {
  const fieldByColumn = new Map(header.fieldByColumn)
  const sureness = new Map<number, Sureness>([...fieldByColumn.keys()].map((column) => [column, 'name']))
  const looks = header.columns.map((_, column) => lookAt(grid, column, header.lastLine + 1))
  const take = (column: number, field: string, how: Sureness) => {
    fieldByColumn.set(column, field)
    sureness.set(column, how)
  }
  for (const column of misnamed(fieldByColumn, fields, looks)) {
    fieldByColumn.delete(column)
    sureness.delete(column)
  }
  standIn(fieldByColumn, fields)
  header.columns.forEach((levels, column) => {
    if (fieldByColumn.has(column) || looks[column]?.isEmpty === true) return
    const fitting = fields.filter((field) => fits(field, looks[column]))
    const field = similarField(levels, fitting, new Set(fieldByColumn.values()))
    if (field !== undefined) take(column, field, 'alike')
  })
  for (const field of missingOf(fieldByColumn, fields)) {
    const column = onlyLike(field, fieldByColumn, looks)
    if (column !== undefined) take(column, field.key, 'content')
  }
  standIn(fieldByColumn, fields)
  const missingRequired = missingOf(fieldByColumn, fields)
  return { header: { ...header, fieldByColumn, missingRequired }, looks, sureness }
}

/** 分类施保总额 is an amount, whatever 分类施保 may be. */
function fits({ looks, words }: WantedField, seen: ColumnLook | undefined): boolean {
  return seen?.look !== 'number' || looks === 'number' || (looks === undefined && words === undefined)
}

/** 证号 may be the number of some other paper, where the 户主身份证号 beside it is the one meant. */
function misnamed(
  found: ReadonlyMap<number, string>,
  fields: readonly WantedField[],
  looks: readonly ColumnLook[],
): number[] {
  const columnOf = new Map([...found].map(([column, field]) => [field, column]))
  return fields.flatMap(({ key, looks: wanted, orElse = [] }) => {
    const column = columnOf.get(key)
    if (wanted !== 'id-number' || column === undefined) return []
    const isOther = looks[column]?.isEmpty === false && looks[column].look !== wanted
    const instead = orElse.some((field) => looks[columnOf.get(field) ?? -1]?.look === wanted)
    return isOther && instead ? [column] : []
  })
}

function missingOf(found: ReadonlyMap<number, string>, fields: readonly WantedField[]): WantedField[] {
  const keys = new Set(found.values())
  return fields.filter(
    ({ key, required, orElse = [] }) =>
      required && !keys.has(key) && !orElse.some((other) => keys.has(other)),
  )
}

/** The one column that looks like the field and is nothing else; with two of them a person must say. */
function onlyLike(
  { looks: wanted }: WantedField,
  taken: ReadonlyMap<number, string>,
  looks: readonly ColumnLook[],
): number | undefined {
  const columns = looks.flatMap(({ look }, column) =>
    wanted !== undefined && look === wanted && !taken.has(column) ? [column] : [],
  )
  const isTelling = wanted === 'name' || (wanted !== undefined && tellingLooks.has(wanted))
  return isTelling && columns.length === 1 ? columns[0] : undefined
}

/** No line has two known names: the one above the first line with ID numbers in it is the head all the same. */
function headAboveNumbers(grid: Grid, fields: readonly WantedField[]): Header | undefined {
  const first = firstLineOfNumbers(grid)
  if (first === undefined || first === 0) return undefined
  const header = headerOn(grid, first - 1, first - 1, fields)
  return header.columns.filter((levels) => levels.length > 0).length < 2 ? undefined : header
}

const idNumber = /^'?[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx]/

function firstLineOfNumbers(grid: Grid): number | undefined {
  const searched = grid.texts.slice(0, 60)
  const first = searched.findIndex((own) => own.some((text) => idNumber.test(text.replace(/\s/g, ''))))
  return first < 0 ? undefined : first
}
