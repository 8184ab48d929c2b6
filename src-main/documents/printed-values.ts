import { formatMu } from '../domain/area.ts'
import type { Day } from '../domain/day.ts'

/** `2026-11-04` → `2026年11月4日`. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 校验码 — the first 16 hex digits of the frozen hash, in fours, as a person reads them out. */
export function checkCode(frozenHash: string): string {
  return (
    frozenHash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-')
}

/** `156367` → `1,563.67`. */
export function groupedMu(areaCentiMu: number): string {
  return formatMu(areaCentiMu).replace(/\B(?=(?:\d{3})+\.)/g, ',')
}
