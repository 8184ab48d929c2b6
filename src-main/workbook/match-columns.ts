import { headerWithoutBrackets, normalizeHeader } from './normalize-header.ts'
import type { WantedField } from './table-read.ts'

/** Header texts of one column, from the top level down. */
export type HeaderLevels = readonly string[]

export interface ColumnMatches {
  readonly fieldByColumn: ReadonlyMap<number, string>
  /** Sum of how well each matched; tells equal counts apart. */
  readonly strength: number
}

interface Candidate {
  readonly field: string
  readonly column: number
  readonly strength: number
}

interface KnownName {
  readonly field: string
  readonly isLabel: boolean
}

/** Every field goes to at most one column and every column to at most one field; the best fit goes first. */
export function matchColumns(
  columns: readonly HeaderLevels[],
  fields: readonly WantedField[],
): ColumnMatches {
  const names = knownNames(fields)
  const candidates = columns.flatMap((levels, column) => candidatesOf(levels, column, names))
  candidates.sort((a, b) => b.strength - a.strength || a.column - b.column)
  const fieldByColumn = new Map<number, string>()
  const taken = new Set<string>()
  let strength = 0
  for (const candidate of candidates) {
    if (taken.has(candidate.field) || fieldByColumn.has(candidate.column)) continue
    taken.add(candidate.field)
    fieldByColumn.set(candidate.column, candidate.field)
    strength += candidate.strength
  }
  return { fieldByColumn, strength }
}

function knownNames(fields: readonly WantedField[]): Map<string, KnownName[]> {
  const names = new Map<string, KnownName[]>()
  for (const field of fields) {
    for (const name of [field.label, ...field.aliases]) {
      const key = normalizeHeader(name)
      names.set(key, [...(names.get(key) ?? []), { field: field.key, isLabel: name === field.label }])
    }
  }
  return names
}

function candidatesOf(
  levels: HeaderLevels,
  column: number,
  names: ReadonlyMap<string, KnownName[]>,
): Candidate[] {
  return formsOf(levels).flatMap(({ text, strength }) =>
    (names.get(text) ?? []).map(({ field, isLabel }) => ({
      field,
      column,
      strength: strength + (isLabel ? 0.25 : 0),
    })),
  )
}

/** Ways to read a header, the surest first: as a whole, parent with child, the child alone. */
function formsOf(header: HeaderLevels): { text: string; strength: number }[] {
  const whole = header.join('')
  if (whole === '') return []
  const levels = header.length === 1 ? whole.split('/') : header
  const child = levels.at(-1) ?? ''
  const parent = levels.at(-2) ?? ''
  const topic = parent.replace(/(信息|情况|资料)$/, '')
  return [
    { text: normalizeHeader(whole), strength: levels.length === 1 ? 4 : 3 },
    { text: headerWithoutBrackets(whole), strength: levels.length === 1 ? 3.5 : 2.5 },
    ...(levels.length === 1 ? [] : nested(parent, topic, child)),
  ]
}

function nested(parent: string, topic: string, child: string): { text: string; strength: number }[] {
  return [
    { text: normalizeHeader(parent + child), strength: 3 },
    { text: normalizeHeader(topic + child), strength: 3 },
    { text: normalizeHeader(child), strength: 2 },
    { text: headerWithoutBrackets(child), strength: 1.5 },
  ]
}
