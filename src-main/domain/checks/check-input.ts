import type { Exclusion, Requirement } from '../check-rules.ts'
import type { SourceLine } from '../finding.ts'
import type { PaidBy } from '../programme-terms.ts'
import type {
  CertificateEntry,
  ConvictedEntry,
  DeceasedEntry,
  HouseholdMark,
  LandRight,
  OtherBenefit,
  PayrollEntry,
  ReliefEntry,
  SignedByOther,
} from './listed-facts.ts'

/** 一行申报 — one application of a programme and period, as the checks see it. */
export interface CheckedLine extends PaidAccount, RegisteredPerson {
  readonly applicationId: string
  readonly villageCode: string
  readonly householdId: string | null
  readonly areaCentiMu: number
  readonly amountFen: number
  /** The standard the line is computed by; null where none is kept with it. */
  readonly rateYuan: string | null
  /** 上年原表金额 — the amount printed on the roll the line came from; null where none was given. */
  readonly printedAmountFen: number | null
  /** That roll's own area × standard; a new year's standard must not make every line look wrong. */
  readonly rollAmountFen: number | null
  /** 户主待补 — the household has no householder yet. */
  readonly householderPending: boolean
  readonly address: string
  readonly source: SourceLine | null
}

interface RegisteredPerson {
  readonly idNumber: string
  readonly name: string
  readonly idUpgraded: boolean
  readonly phone: string
  readonly personStatus: 'registered' | 'cancelled' | 'moved-out' | 'dead'
  readonly movedOn: string | null
}

interface PaidAccount {
  readonly accountNo: string
  readonly holderName: string
  readonly holderKind: 'own' | 'guardian' | 'organisation'
  /** 卡在谁手里 */
  readonly custody: '' | 'self' | 'family' | 'village-cadre' | 'other'
  /** Somebody else is paid on their behalf. */
  readonly payeeName: string
  /** 委托代领 — an agent's or guardian's authorisation is on file for this line's account. */
  readonly agentAuthorised: boolean
  /** Whom a valid authorisation names. */
  readonly agentNames: readonly string[]
  /** There was an authorisation, and it is over. */
  readonly authorisationEndedOn: string | null
  /** 银行退回的原话 — what the bank said of this very account when it paid last; empty where it said nothing. */
  readonly bankRefusal: string
}

/** 死亡的后果 — a term of each programme. */
export type DeathConsequence = 'stop' | 'stop-next-month' | 'extend-months' | 'change-householder'

export interface CheckTerms {
  readonly deathConsequence: DeathConsequence
  /** For `extend-months`: how many months after the death payments go on. */
  readonly extendMonths: number
  /** By land the same person in two villages must be explained, not blocked. */
  readonly paidBy: PaidBy
  /** This year's standard and its words, which may name steps (122；三、四级 61). */
  readonly rateYuan: string | null
  readonly rateText: string
  readonly organisationAccounts: boolean
}

export interface CheckInput {
  readonly lines: readonly CheckedLine[]
  readonly deceased: readonly DeceasedEntry[]
  readonly payroll: readonly PayrollEntry[]
  /** Undefined when no land ledger was imported: then nobody's area is judged. */
  readonly landRights: readonly LandRight[] | undefined
  /** Undefined when no list of certificates was imported: then nobody's certificate is judged. */
  readonly certificates: readonly CertificateEntry[] | undefined
  readonly relief: readonly ReliefEntry[]
  readonly convicted: readonly ConvictedEntry[]
  /** What else is applied for or was paid this year, of the programmes the exclusions name. */
  readonly otherBenefits: readonly OtherBenefit[]
  readonly householdMarks: readonly HouseholdMark[]
  readonly signedByOthers: readonly SignedByOther[]
  /** Those of this programme. */
  readonly exclusions: readonly Exclusion[]
  readonly requirement: Requirement | undefined
  readonly terms: CheckTerms
}

/** Nothing was imported and no rule is known: what a check finds then comes from the lines alone. */
export const nothingListed = {
  deceased: [],
  payroll: [],
  landRights: undefined,
  certificates: undefined,
  relief: [],
  convicted: [],
  otherBenefits: [],
  householdMarks: [],
  signedByOthers: [],
  exclusions: [],
  requirement: undefined,
} as const satisfies Omit<CheckInput, 'lines' | 'terms'>
