import {
  type AmountStep,
  judgedOn,
  monthsPaid,
  type Rated,
  stepOfQuantity,
  stepsOfMonths,
  totalOf,
} from '../domain/standard.ts'
import { isByStandard } from '../domain/money.ts'
import { paidBy } from '../domain/programme-terms.ts'
import { type Recomputed, whereChanged } from '../domain/recomputed.ts'
import type { Day } from '../domain/day.ts'
import type { Rule } from '../rules/compile-rule.ts'
import { decideRule } from '../rules/decide-rule.ts'
import type { Facts } from '../rules/fact-dictionary.ts'
import type { StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listApplicants, type RuleSubject } from '../store/rule-subject-queries.ts'
import { type Lists, listsOf } from './check-facts.ts'
import { missingNames } from './judge-eligibility.ts'
import { getRule } from './read-rule.ts'
import { factReadersOf } from './rule-facts.ts'

/** What somebody gets: months of the year, or a quantity that names none. */
export interface Paid {
  readonly months: readonly number[] | null
  /** In hundredths; counts only where there are no months. */
  readonly quantityCenti: number
}

/** 算得 — or why nothing can be: facts nobody knows, or no tier that fits. Never 0 for what is not known. */
export type Computed =
  | {
      readonly outcome: 'computed'
      readonly steps: readonly AmountStep[]
      readonly quantityCenti: number
      readonly amountFen: number
      readonly rateYuan: string | null
    }
  | { readonly outcome: 'undecided'; readonly missing: readonly string[] }
  | { readonly outcome: 'no-tier' }

export type ComputeAmount = (subject: RuleSubject, paid: Paid) => Computed

/** Whether the standard in force makes the amounts of a programme not paid by land. */
export function isByStandardInForce({ terms }: Pick<StoredTerms, 'terms'>): boolean {
  return paidBy(terms.unit) !== 'land' && terms.rateBy !== 'each'
}

/**
 * 按标准计发 — the amount the terms in force give anybody: one standard, or the first tier whose rule is met, month by
 * month. A tier that cannot be decided makes the whole undecided: a later one may be wrong.
 */
export async function amountsBy(
  reader: Reader,
  { terms, year }: StoredTerms,
  lists: Lists = listsOf(reader),
): Promise<ComputeAmount> {
  const { rateBy, rateYuan } = terms
  const tiers =
    rateBy === 'tiers' ? terms.rateTiers.map((tier) => ({ ...tier, rule: getRule(tier.when) })) : []
  const factsOn = await factsByDay(reader, tiers, { lists, days: [terms.eligibilityDate, ...daysOf(year)] })
  const rateOf = (subject: RuleSubject): ((on: Day) => Rated | Failed) => {
    if (rateBy !== 'tiers')
      return () => (rateYuan === null ? { missing: ['补贴标准'] } : { tier: '', rateYuan })
    const facts = factsOn(subject)
    return (on) => firstMet(tiers, facts(on))
  }
  return (subject, { months, quantityCenti }) => {
    const rate = rateOf(subject)
    if (months === null) {
      const rated = rate(terms.eligibilityDate)
      return 'rateYuan' in rated ? computed(stepOfQuantity(quantityCenti, rated)) : failed(rated)
    }
    const steps: (Rated & { month: number })[] = []
    for (const month of months) {
      const rated = rate(judgedOn(year, month))
      if (!('rateYuan' in rated)) return failed(rated)
      steps.push({ month, ...rated })
    }
    return computed(stepsOfMonths(steps))
  }
}

/** An application whose amount is computed again. */
export interface LineToCompute {
  readonly id: string
  readonly quantityCenti: number | null
  readonly monthFrom: number | null
  readonly monthTo: number | null
}

/** The amounts of some applications of a period by the terms in force, by application. */
export async function amountsOf(
  reader: Reader,
  { stored, lines, lists }: { stored: StoredTerms; lines: readonly LineToCompute[]; lists?: Lists },
): Promise<ReadonlyMap<string, Computed>> {
  const amountFor = await amountsBy(reader, stored, lists)
  const ids = lines.map(({ id }) => id)
  const subjects = await listApplicants(reader, { programmes: 'all', villages: 'all' }, stored, ids)
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  return new Map(
    subjects.flatMap((subject): [string, Computed][] => {
      const line = lineOf.get(subject.subjectId)
      return line === undefined ? [] : [[line.id, amountFor(subject, paidOf(stored.year, line))]]
    }),
  )
}

interface LineWithAmount extends LineToCompute, Pick<Recomputed, 'amountFen' | 'rateYuan' | 'steps'> {
  readonly areaCentiMu: number
}

/**
 * Which lines stand with another amount than the terms in force give. Whoever it cannot be told for stands as review has
 * looked at them, and so does everybody where each has a standard of their own.
 */
export async function whoseAmountIsOther(
  reader: Reader,
  stored: StoredTerms,
  lines: readonly LineWithAmount[],
): Promise<ReadonlySet<string>> {
  const { rateYuan } = stored.terms
  const offLand = lines.filter(({ quantityCenti }) => quantityCenti !== null)
  const isOwn = !isByStandardInForce(stored)
  const computed = isOwn ? undefined : await amountsOf(reader, { stored, lines: offLand })
  const isOther = (line: LineWithAmount): boolean => {
    if (rateYuan === null) return true
    if (line.quantityCenti === null) return !isByStandard(line, rateYuan)
    const now = computed?.get(line.id)
    if (now?.outcome !== 'computed') return line.rateYuan === null
    return whereChanged(line, { ...moneyOf(now), termsId: stored.id }) !== undefined
  }
  return new Set(lines.filter(isOther).map(({ id }) => id))
}

function paidOf(year: number, { monthFrom, monthTo, quantityCenti }: Omit<LineToCompute, 'id'>): Paid {
  const hasMonths = monthFrom !== null && monthTo !== null
  return {
    months: hasMonths ? monthsPaid(year, { from: monthFrom, to: monthTo }, null) : null,
    quantityCenti: quantityCenti ?? 100,
  }
}

/** Why nothing can be computed, in the words a person is told. */
export function missingOf(computed: Computed | undefined): readonly string[] {
  return computed?.outcome === 'undecided' ? computed.missing : ['没有一档的条件符合']
}

/** As an application keeps it. */
export function moneyOf({ quantityCenti, amountFen, rateYuan, steps }: Computed & { outcome: 'computed' }) {
  return { quantityCenti, amountFen, rateYuan, steps: JSON.stringify(steps) }
}

interface JudgedTier extends Rated {
  readonly rule: Rule
}

/** Empty where every tier's rule says no. */
interface Failed {
  readonly missing: readonly string[]
}

function firstMet(
  tiers: readonly (Omit<JudgedTier, 'tier'> & { name: string })[],
  facts: Facts,
): Rated | Failed {
  for (const { name, rateYuan, rule } of tiers) {
    const { outcome, missing } = decideRule(rule, facts)
    if (outcome === 'met') return { tier: name, rateYuan }
    if (outcome === 'undecided') return { missing: missingNames(missing) }
  }
  return { missing: [] }
}

function failed({ missing }: Failed): Computed {
  return missing.length === 0 ? { outcome: 'no-tier' } : { outcome: 'undecided', missing }
}

function computed(steps: readonly AmountStep[]): Computed {
  return { outcome: 'computed', steps, ...totalOf(steps) }
}

function daysOf(year: number): readonly Day[] {
  return Array.from({ length: 12 }, (_, at) => judgedOn(year, at + 1))
}

/** Only an age differs from month to month; every other fact is as the lists have it on the day eligibility is judged. */
async function factsByDay(
  reader: Reader,
  tiers: readonly { readonly rule: Rule }[],
  { lists, days }: { readonly lists: Lists; readonly days: readonly Day[] },
) {
  const [judged = ''] = days
  const asked = { facts: [...new Set(tiers.flatMap(({ rule }) => rule.facts))] }
  const isAged = asked.facts.includes('person.age')
  const still = await factReadersOf(reader, asked, judged, lists)
  const aged = new Map<Day, (subject: RuleSubject) => Facts>()
  for (const day of isAged ? days : [])
    aged.set(day, await factReadersOf(reader, { facts: ['person.age'] }, day, lists))
  return (subject: RuleSubject) => {
    const own = still(subject)
    return (on: Day): Facts => new Map([...own, ...(aged.get(on)?.(subject) ?? [])])
  }
}
