import { parseDay, type Day } from './day.ts'
import { plainText } from './plain-text.ts'

/** 期间 — from when to when; either end may be open. */
export interface Term {
  readonly from: Day | null
  readonly to: Day | null
}

const oneDay = /\d{4}\s*(?:[-/.年])\s*\d{1,2}\s*(?:[-/.月])\s*\d{1,2}\s*日?|\d{8}/g
const oneMonth = /(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*月?$/
const open = /长期|永久|无期|终身|至今|不定期/

/** 2024-01-05至2026-03-04, 自2024年1月5日起至2026年3月4日止, 2024.1.5-长期. */
export function parseTerm(text: string): Term | undefined {
  const plain = plainText(text)
  const days = (plain.match(oneDay) ?? []).map((written) => parseDay(written))
  const [from, to] = days
  if (days.length === 0 || days.length > 2 || days.includes(undefined)) return undefined
  if (days.length === 2) return (to ?? '') < (from ?? '') ? undefined : { from: from ?? null, to: to ?? null }
  return open.test(plain) || /起|自/.test(plain) ? { from: from ?? null, to: null } : undefined
}

/** A day, or the first of a month where only the month is written (2015-03, 2015年3月, 201503). */
export function parseDayOrMonth(
  text: string,
  origin: { readonly wasNumber?: boolean } = {},
): Day | undefined {
  const plain = plainText(text)
  const month = oneMonth.exec(plain) ?? /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(plain)
  if (month) return parseDay(`${month[1] ?? ''}-${month[2] ?? ''}-01`)
  return parseDay(text, origin)
}

/** Whether a cell says that there is no end. */
export function isOpenEnded(text: string): boolean {
  return open.test(plainText(text))
}
