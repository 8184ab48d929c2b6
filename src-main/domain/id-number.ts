import { isDay, type Day } from './day.ts'
import { withoutSpaces, type CellOrigin } from './plain-text.ts'

export type Sex = 'male' | 'female'
export type IdNumberRule = 'id-missing' | 'id-precision-lost' | 'id-checksum' | 'id-birth-date' | 'id-length'

/** 公民身份号码 (GB 11643) — always 18 characters, with what it says about the person. */
export interface ReadIdNumber {
  readonly ok: true
  readonly idNumber: string
  /** 15 位老证 — the number was written in the old form. */
  readonly upgraded15: boolean
  readonly birthDate: Day
  readonly sex: Sex
  readonly areaPrefix: string
}
export type ParsedIdNumber = ReadIdNumber | { readonly ok: false; readonly rule: IdNumberRule }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** An ID number as typed, or by name the one rule it breaks. */
export function parseIdNumber(text: string, origin: CellOrigin = {}): ParsedIdNumber {
  const plain = withoutSpaces(text)
    .replace(/^['‘’"`]+/, '')
    .toUpperCase()
  if (plain === '') return { ok: false, rule: 'id-missing' }
  if (lostPrecision(plain, origin)) return { ok: false, rule: 'id-precision-lost' }
  if (/^[1-9]\d{14}$/.test(plain)) return read(upgrade(plain), true)
  if (!/^[1-9]\d{16}[\dX]$/.test(plain)) return { ok: false, rule: 'id-length' }
  if (checkDigit(plain) !== plain[17]) return { ok: false, rule: 'id-checksum' }
  return read(plain, false)
}

/** 前 6 后 4 — for lists on the screen. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length < 15
    ? '*'.repeat(idNumber.length)
    : `${idNumber.slice(0, 6)}********${idTail(idNumber)}`
}

/** 证号后四位 */
export function idTail(idNumber: string): string {
  return idNumber.slice(-4)
}

/** 周岁 on a day; a person born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

// A double holds 15 digits safely; some damaged numbers still pass the check digit by chance.
function lostPrecision(plain: string, origin: CellOrigin): boolean {
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(plain)) return true
  return origin.wasNumber === true && plain.replace(/\D/g, '').length > 15
}

function upgrade(old: string): string {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`
  return body + checkDigit(body)
}

function checkDigit(idNumber: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(idNumber[at]), 0)
  return '10X98765432'.charAt(sum % 11)
}

function read(idNumber: string, upgraded15: boolean): ParsedIdNumber {
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  const plausible = isDay(birthDate) && birthDate >= '1850-01-01' && birthDate <= '2100-12-31'
  if (!plausible) return { ok: false, rule: 'id-birth-date' }
  const sex = Number(idNumber[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, idNumber, upgraded15, birthDate, sex, areaPrefix: idNumber.slice(0, 6) }
}
