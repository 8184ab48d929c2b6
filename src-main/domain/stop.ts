import { amountFen, sumFen } from './money.ts'
import type { AmountStep } from './standard.ts'

/** 停发、中止 — for good, or until somebody has been found or has proved themselves again. */
export const stopKinds = ['stop', 'suspend'] as const
export type StopKind = (typeof stopKinds)[number]

/** 停发原因 — codes as county systems have them (domain.md §2.3). */
export const stopReasons = [
  'death',
  'moved-away',
  'identity-cancelled',
  'enjoyed-twice',
  'waived',
  'not-found',
  'no-longer-eligible',
  'policy-changed',
  'monthly-check-failed',
  'other',
] as const
export type StopReason = (typeof stopReasons)[number]

/** 应停、实停 — the first month nothing was due, and the first month nothing was paid; months of the application's year. */
export interface StopSpan {
  readonly dueMonth: number
  readonly stoppedMonth: number
}

/** What an application is paid by the month. */
export interface MonthlyPaid {
  readonly monthFrom: number | null
  readonly monthTo: number | null
  readonly rateYuan: string | null
  readonly steps: readonly AmountStep[]
}

/** 追缴 — months and money paid after it was due to stop; `missing` where it cannot be told, never 0 for that. */
export type Recovery =
  | { readonly outcome: 'computed'; readonly months: number; readonly amountFen: number }
  | { readonly outcome: 'undecided'; readonly missing: readonly string[] }

/** 差额 = 追缴月份 × 标准 (domain.md §2.3), each month at the standard it was paid by. */
export function recoveryOf(paid: MonthlyPaid, { dueMonth, stoppedMonth }: StopSpan): Recovery {
  const { monthFrom, monthTo } = paid
  if (monthFrom === null || monthTo === null) return { outcome: 'undecided', missing: ['按月发放的起止月份'] }
  const from = Math.max(dueMonth, monthFrom)
  const months = Array.from(
    { length: Math.max(0, Math.min(stoppedMonth - 1, monthTo) - from + 1) },
    (_, at) => from + at,
  )
  const rates = months.map((month) => ({ month, rateYuan: rateIn(paid, month) }))
  const missing = rates
    .filter(({ rateYuan }) => rateYuan === null)
    .map(({ month }) => `${String(month)} 月的标准`)
  if (missing.length > 0) return { outcome: 'undecided', missing }
  const byRate = Map.groupBy(rates, ({ rateYuan }) => rateYuan ?? '')
  const sums = [...byRate].map(([rateYuan, own]) => amountFen(own.length * 100, rateYuan))
  return { outcome: 'computed', months: months.length, amountFen: sumFen(sums) }
}

function rateIn({ steps, rateYuan }: MonthlyPaid, month: number): string | null {
  const step = steps.find(({ fromMonth, toMonth }) => (fromMonth ?? 0) <= month && month <= (toMonth ?? 0))
  return step?.rateYuan ?? rateYuan
}

/** Whether months before it is due to stop are still paid: then the record becomes shorter and is reviewed again. */
export function goesOnUntil({ monthFrom }: MonthlyPaid, { dueMonth }: StopSpan): number | undefined {
  return monthFrom !== null && dueMonth > monthFrom ? dueMonth - 1 : undefined
}
