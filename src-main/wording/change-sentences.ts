import { accountTail } from '../domain/account-no.ts'
import { formatMu } from '../domain/area.ts'
import { maskIdNumber } from '../domain/id-number.ts'
import { maskPhone } from '../domain/phone.ts'
import { fieldLabel, valueLabel } from './register-labels.ts'

const empty = '（空）'

/** Who or what an id stands for; the history shows names, never ids. */
export type NameOfId = (field: string, id: string) => string

/** What one change of a value says in the history; numbers show as much as the page does. */
export function changeSentence(
  change: { readonly field: string; readonly oldValue: string | null; readonly newValue: string | null },
  nameOf: NameOfId,
): string {
  const { field, oldValue, newValue } = change
  return `${fieldLabel(field)}：${shownValue(field, oldValue, nameOf)} → ${shownValue(field, newValue, nameOf)}`
}

export function shownValue(field: string, value: string | null, nameOf: NameOfId): string {
  if (value === null || value === '') return empty
  if (field.endsWith('Id')) return nameOf(field, value)
  return masks[field]?.(value) ?? valueLabel(field, value) ?? value
}

const masks: Readonly<Record<string, (value: string) => string>> = {
  idNumber: maskIdNumber,
  holderIdNumber: maskIdNumber,
  phone: maskPhone,
  accountNo: (value) => `…${accountTail(value)}`,
  areaCentiMu: (value) => `${formatMu(Number(value))} 亩`,
  nonEligibleCentiMu: (value) => `${formatMu(Number(value))} 亩`,
}
