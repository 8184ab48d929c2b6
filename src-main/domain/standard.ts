import { addDays, type Day } from './day.ts'
import { amountFen, sumFen } from './money.ts'

/** 标准怎么定 — each line's own as the roll has it (一人一额), one for everybody (统一标准), or by tiers (分档). */
export const ratesBy = ['each', 'single', 'tiers'] as const
export type RateBy = (typeof ratesBy)[number]

/** 档 — a standard in 元 per unit for whoever meets its rule; the first whose rule is met holds. */
export interface RateTier {
  readonly name: string
  readonly rateYuan: string
  /** A rule over the dictionary of facts. */
  readonly when: string
}

/** 分段 — months of the year at one standard; without months the quantity has none (人·年, 次, or a roll's own count). */
export interface AmountStep {
  readonly fromMonth: number | null
  readonly toMonth: number | null
  /** Empty where one standard holds for everybody. */
  readonly tier: string
  readonly rateYuan: string
  /** In hundredths of the unit. */
  readonly quantityCenti: number
  readonly amountFen: number
}

/** The standard somebody has, in one month or altogether. */
export interface Rated {
  readonly tier: string
  readonly rateYuan: string
}

const one = 100

/**
 * 哪天的年龄定这个月的档 — whoever comes of an age in a month has the new tier from the next one (满龄当月换档，停旧增新，
 * 次月按新档, domain.md §2.3), so a month is judged by how things stood on the last day of the month before.
 */
export function judgedOn(year: number, month: number): Day {
  return addDays(`${String(year)}-${String(month).padStart(2, '0')}-01`, -1)
}

/** 计发月份 — from the month after it was accepted (计发=受理次月), within the months the period pays; empty where none is left. */
export function monthsPaid(
  year: number,
  period: { readonly from: number; readonly to: number },
  acceptedOn: Day | null,
): readonly number[] {
  const from = acceptedOn === null ? period.from : Math.max(period.from, monthAfter(year, acceptedOn))
  return Array.from({ length: Math.max(0, period.to - from + 1) }, (_, at) => from + at)
}

function monthAfter(year: number, day: Day): number {
  const [ofYear = year, month = 1] = day.split('-').map(Number)
  return (ofYear - year) * 12 + month + 1
}

/** Months, each with its standard, as steps: neighbours at one standard are one, and its money is rounded once. */
export function stepsOfMonths(
  months: readonly (Rated & { readonly month: number })[],
): readonly AmountStep[] {
  const runs: { from: number; to: number; rated: Rated }[] = []
  for (const { month, tier, rateYuan } of months) {
    const last = runs.at(-1)
    const goesOn = last?.to === month - 1 && last.rated.tier === tier && last.rated.rateYuan === rateYuan
    if (goesOn) last.to = month
    else runs.push({ from: month, to: month, rated: { tier, rateYuan } })
  }
  return runs.map(({ from, to, rated }) => {
    const quantityCenti = (to - from + 1) * one
    return {
      fromMonth: from,
      toMonth: to,
      ...rated,
      quantityCenti,
      amountFen: amountFen(quantityCenti, rated.rateYuan),
    }
  })
}

/** One standard for a quantity that names no months. */
export function stepOfQuantity(quantityCenti: number, { tier, rateYuan }: Rated): readonly AmountStep[] {
  const money = amountFen(quantityCenti, rateYuan)
  return [{ fromMonth: null, toMonth: null, tier, rateYuan, quantityCenti, amountFen: money }]
}

/** What steps come to; one standard only where all have the same. */
export function totalOf(steps: readonly AmountStep[]) {
  const [first] = steps
  const isOne = steps.every(({ rateYuan }) => rateYuan === first?.rateYuan)
  return {
    quantityCenti: sumFen(steps.map((step) => step.quantityCenti)),
    amountFen: sumFen(steps.map((step) => step.amountFen)),
    rateYuan: isOne ? (first?.rateYuan ?? null) : null,
  }
}

/** Whether a programme's unit counts months (人·月). */
export function countsMonths(unit: string): boolean {
  return unit.includes('月')
}

/** A tier's mistakes, by place: a name, a rule and a standard each, and no name twice. */
export function faultsInTiers(rateBy: RateBy, tiers: readonly RateTier[]): readonly string[] {
  if (rateBy !== 'tiers') return []
  if (tiers.length === 0) return ['分档标准']
  const names = tiers.map(({ name }) => name.trim())
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  return [
    ...tiers.flatMap(({ when }, at) => (when.trim() === '' ? [`第 ${String(at + 1)} 档的条件`] : [])),
    ...twice.map((name) => `档名“${name}”写了两次`),
  ]
}
