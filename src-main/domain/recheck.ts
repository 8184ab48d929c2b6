/** 抽查复核 — how many reviewed records of a village are looked at again by another person; a property of the programme. */
export interface RecheckRule {
  /** Of the village's records, rounded up; 0 for none. */
  readonly percent: number
  /** At least so many in every village. */
  readonly perVillage: number
  /** Among all records, or only those new or with more land than last year. */
  readonly among: 'all' | 'new-or-more'
  /** 近亲属必查 — every record of a household that said it is a cadre's or a staff member's kin (field-notes 23). */
  readonly kin: boolean
}

export const noRecheck: RecheckRule = { percent: 0, perVillage: 0, among: 'all', kin: false }

export function isRechecked({ percent, perVillage }: RecheckRule): boolean {
  return percent > 0 || perVillage > 0
}

/** Everybody of these is looked at again; kept with the draw, so that it says of itself how it was drawn. */
export const everyKin: RecheckRule = { percent: 100, perVillage: 0, among: 'all', kin: true }

interface Compared {
  readonly areaCentiMu: number
  readonly previousAreaCentiMu: number | null
  readonly previousAmountFen: number | null
  /** 村干部、经办人员或其近亲属, as the household said. */
  readonly isKin: boolean
}

/** Whether the rule draws among records like this one. */
export function isAmong(rule: RecheckRule, record: Compared): boolean {
  if (rule.kin && record.isKin) return true
  if (!isRechecked(rule)) return false
  if (rule.among === 'all') return true
  const { areaCentiMu, previousAreaCentiMu, previousAmountFen } = record
  if (previousAreaCentiMu === null) return previousAmountFen === null
  return areaCentiMu > previousAreaCentiMu
}

/** How many to draw of so many; `drawnBefore` of the same village count towards its number, never towards the share. */
export function sampleSize(rule: RecheckRule, candidates: number, drawnBefore: number): number {
  if (!isRechecked(rule)) return 0
  const share = Math.ceil((candidates * rule.percent) / 100)
  return Math.min(candidates, Math.max(share, rule.perVillage - drawnBefore, 0))
}

/**
 * 可复算 — the first so many in the order of a digest of seed and id: whoever has the seed and the list draws the same,
 * in whatever order the list comes, and nobody can choose.
 */
export function drawSample(
  candidates: readonly string[],
  size: number,
  digestOf: (id: string) => string,
): string[] {
  const ranked = [...new Set(candidates)].map((id) => ({ id, rank: digestOf(id) }))
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1))
  return ranked.slice(0, size).map(({ id }) => id)
}

export type RecheckState = 'open' | 'confirmed' | 'contradicted' | 'not-due'

interface Looked {
  readonly status: string
  readonly version: number
  readonly areaCentiMu: number
  readonly quantityCenti: number | null
}

interface Result {
  readonly outcome: 'confirmed' | 'contradicted'
  readonly version: number
  readonly areaCentiMu: number
  readonly quantityCenti: number | null
}

/** Reviewed and on their way: in any other state a record has to come through the review first. */
const due: ReadonlySet<string> = new Set(['approved', 'publicizing', 'publicized'])

/**
 * Where a drawn record stands. What was confirmed holds for the figures it was confirmed of; what was contradicted holds
 * until the record went back to the review, and is then looked at again.
 */
export function recheckState(record: Looked, result: Result | null): RecheckState {
  if (!due.has(record.status)) return 'not-due'
  if (result === null) return 'open'
  if (result.outcome === 'contradicted') return result.version === record.version ? 'contradicted' : 'open'
  const isSame = result.areaCentiMu === record.areaCentiMu && result.quantityCenti === record.quantityCenti
  return isSame ? 'confirmed' : 'open'
}
