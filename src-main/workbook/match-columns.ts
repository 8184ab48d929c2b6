import { headerWithoutBrackets, normalizeHeader } from '../domain/normalize-header.ts'
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
  /** A little for the label itself, less for later aliases: what tells equal matches apart. */
  readonly bonus: number
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
  standIn(fieldByColumn, fields)
  return { fieldByColumn, strength }
}

/** 户主姓名 is the name where the list names nobody else. */
export function standIn(fieldByColumn: Map<number, string>, fields: readonly WantedField[]): void {
  for (const { key, orElse = [] } of fields) {
    const found = new Map([...fieldByColumn].map(([column, field]) => [field, column]))
    if (found.has(key)) continue
    const other = orElse.find((field) => found.has(field))
    if (other !== undefined) fieldByColumn.set(found.get(other) ?? -1, key)
  }
}

const namesOf = new WeakMap<readonly WantedField[], ReadonlyMap<string, readonly KnownName[]>>()

function knownNames(fields: readonly WantedField[]): ReadonlyMap<string, readonly KnownName[]> {
  const known = namesOf.get(fields)
  if (known !== undefined) return known
  const names = new Map<string, KnownName[]>()
  for (const field of fields) {
    for (const [rank, name] of [field.label, ...field.aliases].entries()) {
      const key = normalizeHeader(name)
      const bonus = name === field.label ? 0.25 : -rank / 10_000
      names.set(key, [...(names.get(key) ?? []), { field: field.key, bonus }])
    }
  }
  namesOf.set(fields, names)
  return names
}

function candidatesOf(
  levels: HeaderLevels,
  column: number,
  names: ReadonlyMap<string, readonly KnownName[]>,
): Candidate[] {
  return formsOf(levels).flatMap(({ text, strength }) =>
    (names.get(text) ?? []).map(({ field, bonus }) => ({ field, column, strength: strength + bonus })),
  )
}

interface HeaderForm {
  readonly text: string
  readonly strength: number
}

/** The same few headers are looked at once for every kind of list and every line they could stand on. */
const formsKnown = new Map<string, readonly HeaderForm[]>()
const mostForms = 5_000

function formsOf(header: HeaderLevels): readonly HeaderForm[] {
  const key = header.join('\u0000')
  const known = formsKnown.get(key)
  if (known !== undefined) return known
  const forms = makeForms(header)
  if (formsKnown.size < mostForms) formsKnown.set(key, forms)
  return forms
}

/** Ways to read a header, the surest first: as a whole, parent with child, the child alone. */
function makeForms(header: HeaderLevels): HeaderForm[] {
  const whole = header.join('')
  if (whole === '') return []
  const levels = header.length === 1 ? whole.split('/') : header
  const child = levels.at(-1) ?? ''
  const parent = levels.at(-2) ?? ''
  const topic = parent.replace(/(基本信息|信息|情况|资料)$/, '')
  return [
    { text: normalizeHeader(whole), strength: levels.length === 1 ? 4 : 3 },
    { text: headerWithoutBrackets(whole), strength: levels.length === 1 ? 3.5 : 2.5 },
    ...(levels.length === 1 ? [] : nested(parent, topic, child)),
  ]
}

function nested(parent: string, topic: string, child: string): HeaderForm[] {
  return [
    { text: normalizeHeader(parent + child), strength: 3 },
    { text: normalizeHeader(topic + child), strength: 3 },
    { text: normalizeHeader(child), strength: 2 },
    { text: headerWithoutBrackets(child), strength: 1.5 },
  ]
}
