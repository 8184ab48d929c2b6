import type { Day } from '../day.ts'
import type { SourceLine } from '../finding.ts'

/** 一行申报 — one application of a programme and period, as the checks see it. */
export interface CheckedLine {
  readonly applicationId: string
  readonly idNumber: string
  readonly name: string
  readonly villageCode: string
  readonly householdId: string | null
  readonly accountNo: string
  readonly areaCentiMu: number
  readonly amountFen: number
  /** 上年原表金额 — the amount printed on the roll the line came from; null where none was given. */
  readonly printedAmountFen: number | null
  /** That roll's own area × standard; a new year's standard must not make every line look wrong. */
  readonly rollAmountFen: number | null
  /** 委托代领 — an agent's authorisation is on file for this line's account. */
  readonly agentAuthorised: boolean
  readonly idUpgraded: boolean
  /** 户主待补 — the household has no householder yet. */
  readonly householderPending: boolean
  readonly source: SourceLine | null
}

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
  readonly source: SourceLine
}

/** 一份承包地 — one row of the land ledger and the cap it gives. */
export interface LandRight {
  readonly idNumber: string
  readonly capCentiMu: number
  /** null for a transfer that was entered by hand. */
  readonly source: SourceLine | null
}

/** 死亡的后果 — a term of each programme. */
export type DeathConsequence = 'stop' | 'stop-next-month' | 'extend-months' | 'change-householder'

export interface CheckTerms {
  readonly deathConsequence: DeathConsequence
  /** For `extend-months`: how many months after the death payments go on. */
  readonly extendMonths: number
  /** 按亩 — paid by land: the same person in two villages must be explained, not blocked. */
  readonly perMu: boolean
}

export interface CheckInput {
  readonly lines: readonly CheckedLine[]
  readonly deceased: readonly DeceasedEntry[]
  readonly payroll: readonly PayrollEntry[]
  /** Empty when no land ledger was imported: then nobody's area is judged. */
  readonly landRights: readonly LandRight[]
  readonly terms: CheckTerms
}
