import type { AccountRule } from './account-no.ts'
import type { AreaRule } from './area.ts'
import type { CertificateRule } from './disability-certificate.ts'
import type { IdNumberRule } from './id-number.ts'
import type { NameRule } from './person-name.ts'

/** Why a line of a list is sent back, or taken with a warning. Never renamed: reject sheets carry it. */
export type RowRule =
  | IdNumberRule
  | NameRule
  | AccountRule
  | AreaRule
  | CertificateRule
  | 'sex-differs'
  | 'birth-date-differs'
  | 'birth-date-unreadable'
  | 'amount-mismatch'
  | 'amount-not-number'
  | 'rate-not-number'
  | 'day-missing'
  | 'day-unreadable'
  | 'village-missing'
  | 'village-unknown'
  | 'id-listed-twice'
  | 'already-on-roll'
  | 'in-other-village'
  | 'word-unknown'
  | 'certificate-differs'
  | 'relief-kind-unknown'
  | 'programme-unknown'
  | 'amount-missing'
  | 'amount-unreadable'
  | 'amount-differs'
  | 'account-unusable'
  | 'payee-differs'
  | 'term-missing'
  | 'term-unreadable'
  | 'counterpart-missing'
  | 'counterpart-unreadable'
  | 'expiry-missing'
  | 'object-void'

export interface BrokenField {
  readonly field: string
  readonly rule: RowRule
}

/** A line accepted, or everything that is wrong with it at once. */
export type ParsedRow<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly RowRule[] }
  | { readonly ok: false; readonly broken: readonly BrokenField[] }
