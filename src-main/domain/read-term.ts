import type { Day } from './day.ts'
import type { RowReader } from './row-reader.ts'
import { isOpenEnded, parseDayOrMonth, parseTerm, type Term } from './term-text.ts'

/** From when to when: in two columns or in one. An end before the beginning is told of and not kept. */
export function readTerm(reader: RowReader): Term {
  if (reader.text('from') === '' && reader.text('to') === '') return readWhole(reader)
  const from = readEnd(reader, 'from')
  const to = readEnd(reader, 'to')
  const isTurned = from !== null && to !== null && to < from
  if (isTurned) reader.warn('term-unreadable')
  return { from, to: isTurned ? null : to }
}

function readWhole(reader: RowReader): Term {
  const text = reader.text('term')
  const term = parseTerm(text)
  if (term === undefined) reader.warn(text === '' ? 'term-missing' : 'term-unreadable')
  return term ?? { from: null, to: null }
}

function readEnd(reader: RowReader, field: 'from' | 'to'): Day | null {
  const text = reader.text(field)
  if (text === '' || isOpenEnded(text)) return null
  const day = reader.optional(field, parseDayOrMonth)
  if (day === undefined) reader.warn('term-unreadable')
  return day ?? null
}
