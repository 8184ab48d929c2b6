import { createContext, useContext } from 'react'
import type { EntryWarning } from '../../../../src-main/domain/entry-warning.ts'
import type { SurveyRule } from '../../../../src-main/domain/survey-rule.ts'
import type { EntrySheet } from './entry-model.ts'

export interface FocusedField {
  readonly subject: string
  readonly field: string
}

/** What every field of the page needs to know and do. */
export interface EntryPlace {
  readonly sheet: EntrySheet
  readonly focused: FocusedField | undefined
  /** Full numbers are shown. */
  readonly isRevealed: boolean
  readonly mayType: boolean
  readonly warnings: readonly EntryWarning[]
  /** Why saving was refused, by field. */
  broken(subject: string, field: string): SurveyRule | undefined
  type(subject: string, field: string, text: string): void
  focus(subject: string, field: string): void
  leave(subject: string, field: string): void
}

export const EntryContext = createContext<EntryPlace | undefined>(undefined)

export function useEntryPlace(): EntryPlace {
  const place = useContext(EntryContext)
  if (place === undefined) throw new Error('outside of an entry')
  return place
}
