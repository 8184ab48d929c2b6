import type { Day } from './day.ts'
import { noRecheck, type RecheckRule } from './recheck.ts'
import { faultsInTiers, type RateBy, type RateTier } from './standard.ts'

/** 签批链 — who signs in which order, where a programme says nothing else (field-notes 11). */
export const defaultSignOffChain: readonly string[] = [
  '包村干部核实',
  '业务站所初审',
  '财政所复核账户和合计',
  '分管领导签批',
]

/** 政策条款 — one programme's terms for one year. Facts differ by county and year: data with a source, never code. */
export interface ProgrammeTerms {
  readonly name: string
  readonly department: string
  readonly beneficiaries: string
  readonly unit: string
  /** 补贴标准 in 元 per unit as decimal text of any precision; null is 待定标准 and makes no money. */
  readonly rateYuan: string | null
  readonly rateText: string
  /** 标准怎么定; by land it is one for everybody, whatever this says. */
  readonly rateBy: RateBy
  readonly rateTiers: readonly RateTier[]
  readonly basis: string
  /** 资格基准日 */
  readonly eligibilityDate: Day
  readonly deathConsequence: 'stop' | 'stop-next-month' | 'extend-months' | 'change-householder'
  /** For `extend-months`: how many months after the death payments go on; 0 otherwise. */
  readonly extendMonths: number
  /** 签批链 — printed as places to sign on the paper that leaves with a batch. */
  readonly signOffChain: readonly string[]
  /** 签字核实清册 before publicity: required, only where one was printed, or not at all (field-notes 16). */
  readonly signedRegister: 'required' | 'when-printed' | 'not-required'
  readonly publicity: PublicityTerms
  /** 抽查复核 before publicity. */
  readonly recheck: RecheckRule
  /** 监护人账户 — may be paid to a guardian's own account, with proof and an expiry (field-notes 10). */
  readonly guardianAccounts: boolean
  /** 对公账户 — the list names organisations as beneficiaries. */
  readonly organisationAccounts: boolean
  /** 资格规则 — an expression over the dictionary of facts; empty where the programme is judged by people alone. */
  readonly eligibilityRule: string
  /** 停发、调减前听取意见 — by law for social relief (社会救助法 48), elsewhere as the county says (field-notes 23). */
  readonly hearing: 'before-cut' | 'not-required'
  readonly payer: string
  readonly reviewDepartment: string
  readonly reissuer: string
  readonly source: string
}

/** 公示规则 — how long, counted how, and how names appear; a property of the programme. */
export interface PublicityTerms {
  readonly posted: boolean
  readonly days: number
  readonly dayKind: 'calendar' | 'working'
  readonly firstDayCounted: boolean
  readonly moveLastDayPastRest: boolean
  readonly nameStyle: 'full' | 'surname-only'
  readonly places: string
}

/** 补贴到谁 — by land (按亩), once for a household (到户), or to a person (到人); said by the unit a programme counts in. */
export type PaidBy = 'land' | 'household' | 'person'

export function paidBy(unit: string): PaidBy {
  if (unit.includes('亩')) return 'land'
  return unit.includes('户') && !unit.includes('人') ? 'household' : 'person'
}

/** What must be there before a second person may activate the terms. */
export function missingForActivation(terms: ProgrammeTerms): readonly string[] {
  const required: readonly (readonly [string, string | null])[] = [
    ['补贴标准', terms.rateYuan],
    ['政策依据', terms.basis],
    ['资格基准日', terms.eligibilityDate],
    ['主管部门', terms.department],
    ['发放主体', terms.payer],
    ['审核部门', terms.reviewDepartment],
    ['补发发起方', terms.reissuer],
    ['标准来源', terms.source],
  ]
  const empty = required.filter(([, value]) => value === null || value.trim() === '').map(([label]) => label)
  if (terms.deathConsequence === 'extend-months' && terms.extendMonths < 1) empty.push('延发月数')
  empty.push(...faultsInTiers(terms.rateBy, terms.rateTiers))
  if (terms.signOffChain.length === 0) empty.push('签批链')
  return empty
}

/** Terms as they were kept by any version: what an older one did not know gets its default. */
export function completeTerms(
  stored: Omit<ProgrammeTerms, keyof typeof addedLater> & Partial<ProgrammeTerms>,
): ProgrammeTerms {
  return { ...addedLater, ...stored, recheck: { ...noRecheck, ...stored.recheck } }
}

const addedLater = {
  extendMonths: 0,
  signOffChain: defaultSignOffChain,
  signedRegister: 'when-printed' as ProgrammeTerms['signedRegister'],
  guardianAccounts: false,
  organisationAccounts: false,
  eligibilityRule: '',
  rateBy: 'each' as RateBy,
  rateTiers: [] as readonly RateTier[],
  recheck: noRecheck,
  hearing: 'not-required' as ProgrammeTerms['hearing'],
}
