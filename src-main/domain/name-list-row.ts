import { parseDay, type Day } from './day.ts'
import { measures } from './list-words.ts'
import { type NamedPerson, readPerson } from './named-person.ts'
import { plainText } from './plain-text.ts'
import { readTerm } from './read-term.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'
import type { WordsByField } from './word-list.ts'

/** 死亡名单一行 */
export interface DeceasedRow extends NamedPerson {
  readonly deathDate: Day
  readonly cancelDate: Day | null
  readonly address: string
}

/** 财政供养名单一行 */
export interface PayrollRow extends NamedPerson {
  readonly employer: string
  readonly category: string
}

/** 服刑、强戒名单一行 */
export interface ConvictedRow extends NamedPerson {
  /** A key of `measures`, or empty where the list does not say. */
  readonly measure: string
  readonly from: Day | null
  readonly to: Day | null
  readonly place: string
}

export function parseDeceasedRow(row: RowText): ParsedRow<DeceasedRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  const deathDate = reader.optional('deathDate', parseDay)
  if (!deathDate)
    reader.refuse('deathDate', reader.text('deathDate') === '' ? 'day-missing' : 'day-unreadable')
  if (!person || !deathDate) return reader.rejected()
  return reader.accepted({
    ...person.named,
    deathDate,
    cancelDate: reader.optional('cancelDate', parseDay) ?? null,
    address: plainText(reader.text('address')),
  })
}

export function parsePayrollRow(row: RowText): ParsedRow<PayrollRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  if (!person) return reader.rejected()
  const employer = plainText(reader.text('employer'))
  return reader.accepted({ ...person.named, employer, category: plainText(reader.text('category')) })
}

export function parseConvictedRow(row: RowText, said: WordsByField = {}): ParsedRow<ConvictedRow> {
  const reader = new RowReader(row, said)
  const person = readPerson(reader)
  const { from, to } = readTerm(reader)
  const measure = reader.meaningOrWarn('measure', measures)
  if (!person) return reader.rejected()
  return reader.accepted({ ...person.named, measure, from, to, place: plainText(reader.text('place')) })
}
