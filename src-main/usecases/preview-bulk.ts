import { accountTail } from '../domain/account-no.ts'
import {
  type BulkCell,
  type BulkColumn,
  type BulkField,
  type BulkKey,
  type BulkLine,
  type BulkPerson,
  isBulkField,
  type PastedLine,
} from '../domain/bulk-change.ts'
import { sha256Hex } from '../crypto/digest.ts'
import { idTail, parseIdNumber } from '../domain/id-number.ts'
import { judgeBulk } from '../domain/judge-bulk.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { pastedFields } from '../domain/pasted-columns.ts'
import { maskPhone } from '../domain/phone.ts'
import { withoutSpaces } from '../domain/plain-text.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import { type BulkAsked, listBulkPeople } from '../store/bulk-queries.ts'
import { matchColumns } from '../workbook/match-columns.ts'
import { parseDelimited } from '../workbook/parse-delimited.ts'
import { bulkRuleText } from '../wording/bulk-sentences.ts'
import { valueLabel } from '../wording/register-labels.ts'
import type { QueryContext } from './context.ts'

export type BulkSource =
  | {
      readonly kind: 'pasted'
      readonly text: string
      readonly columns: readonly (BulkColumn | null)[] | null
      readonly headLines: number | null
    }
  | {
      readonly kind: 'chosen'
      readonly personIds: readonly string[]
      readonly field: BulkField
      readonly value: string
    }

/** A paste as it is understood, judged against the register. */
export interface JudgedBulk {
  readonly columns: readonly {
    readonly header: string
    readonly sample: string
    readonly field: BulkColumn | null
  }[]
  readonly headLines: number
  readonly lines: readonly BulkLine[]
  readonly pasted: readonly PastedLine[]
  readonly sha256: string
}

export const mostLines = 5_000

/** 批量改的预览 — as it would be written now; whole numbers stay in the core. */
export async function previewBulk(ctx: QueryContext, { source }: { source: BulkSource }) {
  const { columns, headLines, lines, pasted, sha256 } = await judgeSource(ctx, source)
  const cells = lines.flatMap((line) => line.cells)
  const changing = lines.filter((line) => line.cells.some(({ state }) => state === 'change'))
  return {
    columns: columns.map((column) => ({ ...column, sample: withoutNumbers(column.sample) })),
    headLines,
    lines: lines.map((line, at) => toView(line, pasted[at])),
    counts: {
      lines: lines.length,
      people: new Set(changing.map(({ person }) => person?.personId)).size,
      changes: countOf(cells, 'change'),
      same: countOf(cells, 'same'),
      wrong: wrongOf(lines),
      accounts: cells.filter(({ state, field }) => state === 'change' && field === 'accountNo').length,
    },
    sha256,
  }
}

export function wrongOf(lines: readonly BulkLine[]): number {
  return lines.filter(({ rule, cells }) => rule !== null || cells.some(({ state }) => state === 'wrong'))
    .length
}

/** Read, matched with people and compared; throws where there is nothing to look at. */
export async function judgeSource(ctx: QueryContext, source: BulkSource): Promise<JudgedBulk> {
  const { columns, headLines, pasted } = source.kind === 'pasted' ? readPaste(source) : nothingPasted
  const people = await listBulkPeople(
    ctx.reader,
    ctx.scope,
    source.kind === 'chosen' ? { personIds: source.personIds } : askedBy(pasted),
  )
  const wanted = source.kind === 'chosen' ? chosenLines(source, people) : pasted
  const lines = judgeBulk(wanted, people)
  return { columns, headLines, lines, pasted: wanted, sha256: digestOf(lines) }
}

const nothingPasted = { columns: [], headLines: 0, pasted: [] }

function digestOf(lines: readonly BulkLine[]): string {
  const changes = lines.map(({ line, rule, cells }) => [
    line,
    rule,
    cells.map(({ entityId, field, before, after, state }) => [entityId, field, before, after, state]),
  ])
  return sha256Hex(Buffer.from(JSON.stringify(changes), 'utf8'))
}

/** The same value for everybody chosen; the whole ID number tells each from any other. */
function chosenLines(
  { personIds, field, value }: BulkSource & { kind: 'chosen' },
  people: readonly BulkPerson[],
): PastedLine[] {
  const byId = new Map(people.map((person) => [person.personId, person]))
  return personIds.map((personId, at) => ({
    line: at + 1,
    keys: { idNumber: byId.get(personId)?.idNumber ?? '' },
    values: { [field]: value },
  }))
}

function readPaste({ text, columns: said, headLines: saidHead }: BulkSource & { kind: 'pasted' }) {
  const table = parseDelimited(text).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  if (table.length === 0) throw new Problem('bulk.nothing-pasted')
  if (table.length > mostLines + 1)
    throw new Problem('bulk.too-many', { rows: table.length, most: mostLines })
  const width = Math.max(...table.map((cells) => cells.length))
  const head = table[0] ?? []
  const proposed = matchColumns(
    Array.from({ length: width }, (_, at) => [head[at]?.trim() ?? ''].filter((word) => word !== '')),
    pastedFields,
  ).fieldByColumn
  const headLines = saidHead ?? (proposed.size > 0 ? 1 : 0)
  const fields = Array.from({ length: width }, (_, at) =>
    said === null
      ? ((headLines === 1 ? (proposed.get(at) as BulkColumn | undefined) : undefined) ?? null)
      : (said[at] ?? null),
  )
  const columns = fields.map((field, at) => ({
    header: headLines === 1 ? (head[at] ?? '') : '',
    sample: table[headLines]?.[at] ?? '',
    field,
  }))
  const pasted = table.slice(headLines).map((cells, at) => lineOf(cells, fields, at + headLines + 1))
  return { columns, headLines, pasted }
}

function lineOf(cells: readonly string[], fields: readonly (BulkColumn | null)[], line: number): PastedLine {
  const keys: Partial<Record<BulkKey, string>> = {}
  const values: Partial<Record<BulkField, string>> = {}
  fields.forEach((field, at) => {
    if (field === null) return
    const text = (cells[at] ?? '').replace(/^'/, '').trim()
    if (isBulkField(field)) values[field] = text
    else keys[field] = text
  })
  return { line, keys, values }
}

function askedBy(lines: readonly PastedLine[]): BulkAsked {
  const idNumbers = lines.flatMap(({ keys }) => {
    const parsed = parseIdNumber(keys.idNumber ?? '')
    return parsed.ok ? [parsed.idNumber] : []
  })
  const nameOf = ({ keys }: PastedLine) => keys.name?.trim() ?? ''
  const withoutName = lines.filter((line) => nameOf(line) === '')
  return {
    idNumbers,
    names: [...new Set(lines.map(nameOf).filter((name) => name !== ''))],
    householdNos: withoutName
      .map(({ keys }) => withoutSpaces(keys.householdNo ?? '').replace(/^…/, ''))
      .filter((no) => no.length >= 3),
  }
}

function toView({ line, person, rule, cells }: BulkLine, pasted: PastedLine | undefined) {
  return {
    line,
    name: person?.name ?? withoutNumbers(pasted?.keys.name ?? ''),
    place: person === null ? '' : villageTitle(person.villageName) + person.household.groupName,
    idMasked: person === null ? '' : `…${idTail(person.idNumber)}`,
    personId: person?.personId ?? null,
    why: rule === null ? '' : bulkRuleText(rule),
    cells: cells.map(({ field, before, after, state, rule: broken }) => ({
      field,
      before: shownBulk(field, before),
      after: state === 'wrong' ? withoutNumbers(after) : shownBulk(field, after),
      state,
      why: broken === null ? '' : bulkRuleText(broken),
    })),
  }
}

/** Numbers as everywhere on the screen, words as they are said. */
export function shownBulk(field: string, value: string): string {
  if (value === '') return '（空）'
  if (field === 'phone') return maskPhone(value)
  if (field === 'accountNo') return `…${accountTail(value)}`
  return valueLabel(field, value) ?? withoutNumbers(value)
}

function countOf(cells: readonly BulkCell[], state: BulkCell['state']): number {
  return cells.filter((cell) => cell.state === state).length
}
