import type { Day } from './day.ts'
import { sameName } from './person-name.ts'
import type { ProgrammeTerms } from './programme-terms.ts'
import type { HolderKind } from './register-fields.ts'

/** Why an account cannot be paid to for a person and a programme (field-notes 10). */
export type AccountMisfit =
  | 'closed'
  | 'of-somebody-else'
  | 'holder-differs'
  | 'guardian-not-allowed'
  | 'guardian-not-proven'
  | 'organisation-not-allowed'

export interface FittingAccount {
  readonly personId: string
  readonly holderName: string
  readonly holderKind: HolderKind
  readonly status: 'active' | 'closed'
  /** The day a guardian's proof runs out; null where there is none. */
  readonly guardianUntil: Day | null
}

type AccountTerms = Pick<ProgrammeTerms, 'guardianAccounts' | 'organisationAccounts'>

/** 账户合不合用 — own accounts always, others only where the programme's terms allow them and the proof holds today. */
export function accountMisfit(
  account: FittingAccount,
  payee: { readonly id: string; readonly name: string },
  terms: AccountTerms,
  today: Day,
): AccountMisfit | undefined {
  if (account.status === 'closed') return 'closed'
  if (account.personId !== payee.id) return 'of-somebody-else'
  if (account.holderKind === 'guardian') {
    if (!terms.guardianAccounts) return 'guardian-not-allowed'
    return account.guardianUntil !== null && account.guardianUntil >= today
      ? undefined
      : 'guardian-not-proven'
  }
  if (account.holderKind === 'organisation')
    return terms.organisationAccounts ? undefined : 'organisation-not-allowed'
  return sameName(account.holderName, payee.name) ? undefined : 'holder-differs'
}
