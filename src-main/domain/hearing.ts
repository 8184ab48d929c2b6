import type { Day } from './day.ts'

/** 停发、调减 — somebody who had it last time gets nothing this time, or less. */
export type Cut = 'stop' | 'reduce'

/** 听取方式; `not-reached` is 查找不到本人, `exempt` needs no hearing (field-notes 23). */
export const hearingWays = ['visit', 'office', 'phone', 'not-reached', 'exempt'] as const
export type HearingWay = (typeof hearingWays)[number]

/** 免听取意见 — 死亡、自愿放弃、普调 (field-notes 23); nothing else is one. */
export const exemptions = ['death', 'waived', 'general-adjustment'] as const
export type Exemption = (typeof exemptions)[number]

/** 社会救助 (低保、特困、临时救助) — a hearing before a cut is law there (社会救助法 48); of other programmes the county says. */
export const heardByLaw: readonly string[] = ['MZ01', 'MZ02', 'MZ03', 'MZ04']

/** What of an application says whether less is given than before. */
export interface Compared {
  readonly areaCentiMu: number
  /** Null where it is paid by land. */
  readonly quantityCenti: number | null
  readonly amountFen: number
  readonly previousAreaCentiMu: number | null
  readonly previousAmountFen: number | null
}

/**
 * What a decision would take from somebody. By land the area is compared, so that a lower standard for everybody (普调)
 * cuts nobody's; elsewhere the amount is.
 */
export function cutBy(decision: 'approve' | 'decline' | 'return', one: Compared): Cut | undefined {
  const had = (one.previousAmountFen ?? 0) > 0
  if (decision === 'return' || !had) return undefined
  if (decision === 'decline') return 'stop'
  return isLess(one) ? 'reduce' : undefined
}

function isLess({
  areaCentiMu,
  quantityCenti,
  amountFen,
  previousAreaCentiMu,
  previousAmountFen,
}: Compared): boolean {
  if (quantityCenti === null) return areaCentiMu < (previousAreaCentiMu ?? 0)
  return amountFen < (previousAmountFen ?? 0)
}

/** What was heard before, with the figures it was about; null where it was kept before figures were. */
export interface HeardBefore {
  readonly cut: Cut
  readonly way: HearingWay
  readonly recordedBy: string
  readonly areaCentiMu: number | null
  readonly amountFen: number | null
}

/** Whether somebody was heard about a cut; `own-word-only` is one only the decider says was not needed, or not possible. */
export type HeardState = 'heard' | 'own-word-only' | 'unheard'

/**
 * A hearing about stopping it covers that it becomes less, not the other way round; one about less covers no deeper cut
 * than it was about. That nobody had to be heard, or could be found, is not for the decider alone to say.
 */
export function heardState(
  heard: readonly HeardBefore[],
  cut: Cut,
  { one, decidedBy }: { readonly one: Compared; readonly decidedBy: string },
): HeardState {
  const covering = heard.filter(
    (hearing) => hearing.cut === 'stop' || (cut === 'reduce' && reaches(hearing, one)),
  )
  if (covering.length === 0) return 'unheard'
  const needsAnother = ({ way, recordedBy }: HeardBefore) =>
    (way === 'exempt' || way === 'not-reached') && recordedBy === decidedBy
  return covering.every(needsAnother) ? 'own-word-only' : 'heard'
}

function reaches(hearing: HeardBefore, one: Compared): boolean {
  if (one.quantityCenti === null) return (hearing.areaCentiMu ?? Infinity) <= one.areaCentiMu
  return (hearing.amountFen ?? Infinity) <= one.amountFen
}

/** 查找经过 — one dated attempt to find somebody. */
export interface Attempt {
  readonly on: Day
  readonly how: string
}

/** One knock is no search. No rule known to us gives a number; two days are asked for here. */
const leastSearchDays = 2

/** What a record of a hearing lacks: the fields to mark, each with why; none where it is whole. */
export function missingInHearing(hearing: {
  readonly way: HearingWay
  readonly exemption: Exemption | null
  readonly heardOn: Day
  readonly heardName: string
  readonly said: string
  readonly answer: string
  readonly attempts: readonly Attempt[]
}): readonly { readonly path: string; readonly rule: string }[] {
  const { way, exemption, heardOn, heardName, said, answer, attempts } = hearing
  const required = (path: string, isThere: boolean) => (isThere ? [] : [{ path, rule: 'required' }])
  const isText = (text: string) => text.trim().length >= 2
  if (way === 'exempt')
    return [...required('exemption', exemption !== null), ...required('answer', isText(answer))]
  if (way !== 'not-reached')
    return [
      ...required('heardName', isText(heardName)),
      ...required('said', isText(said)),
      ...required('answer', isText(answer)),
    ]
  // whoever could not be found said nothing; how they were looked for is the record
  const days = new Set(attempts.filter(({ how }) => isText(how)).map(({ on }) => on))
  if (days.size < leastSearchDays) return [{ path: 'attempts', rule: 'too-few-days' }]
  return [...days].some((on) => on > heardOn) ? [{ path: 'attempts', rule: 'after-hearing' }] : []
}
