import { accountTail } from './account-no.ts'
import { isDay } from './day.ts'
import type { ExtractKind } from './extract-field.ts'
import { idTail } from './id-number.ts'
import { withoutNumbers } from './masking.ts'
import { maskPhone } from './phone.ts'

declare const masked: unique symbol

/** 脱敏文字 — what a page or file about several people may hold; only this file makes one (field-notes 19). */
export type MaskedText = string & { readonly [masked]: true }

/**
 * A value of one column for several people's eyes. ID and account keep four digits. Of a birth date the month is enough:
 * beside the last four digits the day would give the number away.
 */
export function maskedText(value: string, kind: ExtractKind): MaskedText {
  return maskOf(value, kind) as MaskedText
}

/** 证号后四位 and 账号后四位, with a mark before them that keeps a spreadsheet from making a number of 0012. */
export function tailText(tail: string): MaskedText {
  return (tail === '' ? '' : `…${tail}`) as MaskedText
}

/** 户序号 — the household number without its village's code: whole, it begins like its people's ID numbers. */
export function shortHouseholdNo(householdNo: string, villageCode: string): MaskedText {
  const own =
    villageCode !== '' && householdNo.startsWith(villageCode)
      ? householdNo.slice(villageCode.length)
      : householdNo
  return (/\d{7}/.test(own) ? `…${own.slice(-6)}` : own) as MaskedText
}

function maskOf(value: string, kind: ExtractKind): string {
  if (value === '') return ''
  if (kind === 'id-number') return tailText(idTail(value))
  if (kind === 'account-no') return tailText(accountTail(value))
  if (kind === 'phone') return maskPhone(value)
  if (kind === 'birth-date' && isDay(value)) return value.slice(0, 7)
  return withoutNumbers(value)
}
