import type { Day } from '../day.ts'
import type { SourceLine } from '../finding.ts'

/** 死亡名单的一人 */
export interface DeceasedEntry {
  readonly idNumber: string
  readonly name: string
  readonly deathDate: Day
  /** null for a death recorded on the household's page. */
  readonly source: SourceLine | null
}

/** 财政供养名单的一人 */
export interface PayrollEntry {
  readonly idNumber: string
  readonly name: string
  readonly employer: string
  readonly category: string
  /** Where the register knows them; null otherwise. */
  readonly householdId: string | null
  readonly source: SourceLine
}

/** 一份承包地 — one row of the land ledger and the cap it gives. */
export interface LandRight {
  readonly idNumber: string
  readonly capCentiMu: number
  /** null for a transfer that was entered by hand. */
  readonly source: SourceLine | null
}

/** 残疾人证名单的一人 */
export interface CertificateEntry {
  readonly idNumber: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly expiresOn: Day | null
  readonly source: SourceLine
}

/** 社会救助名单的一户或一人 */
export interface ReliefEntry {
  readonly idNumber: string
  readonly name: string
  readonly reliefKind: string
  readonly reliefClass: string
  readonly since: Day | null
  readonly until: Day | null
  /** A key of `reliefChanges`, or empty. */
  readonly change: string
  readonly householdId: string | null
  readonly source: SourceLine
}

/** 服刑强戒名单的一人 */
export interface ConvictedEntry {
  readonly idNumber: string
  readonly name: string
  /** A key of `measures`, or empty where the list does not say. */
  readonly measure: string
  readonly from: Day | null
  readonly to: Day | null
  readonly source: SourceLine
}

/** 另一项享受 — an application of this year or a line of this year's roll of another programme. */
export interface OtherBenefit {
  readonly applicationId: string | null
  readonly programmeCode: string
  readonly programmeName: string
  readonly idNumber: string
  readonly name: string
  readonly householdId: string | null
  readonly source: SourceLine | null
}

/** 村干部、近亲属 — what a household said of itself at this year's visit, or a member of staff declared of it. */
export interface HouseholdMark {
  readonly householdId: string
  readonly mark: 'cadre' | 'staff-kin' | 'declared-kin'
  readonly who: string
}

/** 代签 — this year's visit was signed by somebody of the family or of the village in the household's place. */
export interface SignedByOther {
  readonly householdId: string
  readonly mode: 'relative' | 'village'
  readonly signer: string
  readonly relation: string
  /** A paper with a signature is there. */
  readonly isSigned: boolean
}

/** Whether relief was being drawn on a day, as far as the list says. */
export function isDrawnOn({ since, until, change }: ReliefEntry, on: Day): boolean {
  return change !== 'stop' && (since ?? on) <= on && on <= (until ?? on)
}

/** Relief that had ended by a day; one that only begins later has not. */
export function hasEndedBy({ since, until, change }: ReliefEntry, on: Day): boolean {
  return (change === 'stop' && (since ?? on) <= on) || (until !== null && until < on)
}
