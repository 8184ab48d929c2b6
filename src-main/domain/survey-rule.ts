import type { AccountRule } from './account-no.ts'
import type { AreaRule } from './area.ts'
import type { IdNumberRule } from './id-number.ts'
import type { NameRule } from './person-name.ts'

/** Why a value of a visit is not taken. Never renamed: drafts and packages carry it. */
export type SurveyRule =
  | IdNumberRule
  | NameRule
  | AccountRule
  | AreaRule
  | 'required'
  | 'code-unknown'
  | 'day-unreadable'
  | 'not-in-future'
  | 'is-past'
  | 'phone-not-a-number'
  | 'not-a-number'
  | 'too-many-decimals'
  | 'below-least'
  | 'above-most'
  | 'too-long'
  | 'same-as-visitor'

/** A value as it is kept, or why not; an emptied field is kept as null. */
export type ParsedValue =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly rule: SurveyRule }
