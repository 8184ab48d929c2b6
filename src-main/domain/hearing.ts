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

/** A hearing about stopping it covers that it becomes less; not the other way round. */
export function isHeard(heard: readonly { readonly cut: Cut }[], cut: Cut): boolean {
  return heard.some((one) => one.cut === 'stop' || one.cut === cut)
}

/** What a record of a hearing lacks: the fields to mark, none where it is whole. */
export function missingInHearing(hearing: {
  readonly way: HearingWay
  readonly exemption: Exemption | null
  readonly heardName: string
  readonly said: string
  readonly answer: string
}): readonly string[] {
  const { way, exemption, heardName, said, answer } = hearing
  const lacks = (field: string, text: string) => (text.trim().length < 2 ? [field] : [])
  if (way === 'exempt') return [...(exemption === null ? ['exemption'] : []), ...lacks('answer', answer)]
  // whoever could not be found said nothing; how they were looked for stands in the answer
  if (way === 'not-reached') return lacks('answer', answer)
  return [...lacks('heardName', heardName), ...lacks('said', said), ...lacks('answer', answer)]
}
