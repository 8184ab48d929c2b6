import { parseAccountNo } from './account-no.ts'
import { tidyCreditCode } from './credit-code.ts'
import { parseGroupName } from './group-name.ts'
import { parseIdNumber } from './id-number.ts'
import { parsePersonName } from './person-name.ts'
import { plainText, withoutSpaces } from './plain-text.ts'

/** 人员字段 — what of a person a clerk, a survey or a list may change. */
export const personFields = [
  'name',
  'idNumber',
  'relation',
  'ethnicity',
  'hukouKind',
  'phone',
  'remark',
] as const
export type PersonField = (typeof personFields)[number]

/** 户字段 */
export const householdFields = ['householdNo', 'villageCode', 'groupName', 'address'] as const
export type HouseholdField = (typeof householdFields)[number]

/** 账户字段 */
export const accountFields = [
  'accountNo',
  'kind',
  'bankName',
  'holderName',
  'holderKind',
  'holderIdNumber',
  'creditCode',
  'custody',
] as const
export type AccountField = (typeof accountFields)[number]

/** 卡在谁手里 — asked at every visit; a card held by a village cadre or somebody else must be explained (C27). */
export const custodies = ['', 'self', 'family', 'village-cadre', 'other'] as const
export type Custody = (typeof custodies)[number]

export const holderKinds = ['own', 'guardian', 'organisation'] as const
export type HolderKind = (typeof holderKinds)[number]

/** A typed value as it is kept, or by name the one rule it breaks. */
export type ParsedField =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly rule: string }

export function parseRegisterField(
  field: PersonField | HouseholdField | AccountField,
  text: string,
): ParsedField {
  return parsers[field](text)
}

const parsers: {
  readonly [F in PersonField | HouseholdField | AccountField]: (text: string) => ParsedField
} = {
  name: nameOf,
  idNumber: idNumberOf,
  relation: (text) => shortText(text, 20),
  ethnicity: (text) => shortText(text, 20),
  hukouKind: (text) => shortText(text, 20),
  phone: phoneOf,
  remark: (text) => shortText(text, 200),
  householdNo: (text) => required(withoutSpaces(text), 30),
  villageCode: (text) => (/^\d{12}$/.test(text) ? kept(text) : broken('village-unknown')),
  groupName: (text) => ofLength(parseGroupName(text), 20),
  address: (text) => shortText(text, 100),
  accountNo: (text) => {
    const parsed = parseAccountNo(text)
    return parsed.ok ? kept(parsed.accountNo) : parsed
  },
  kind: (text) => oneOf(text, ['card', 'passbook']),
  bankName: (text) => shortText(text, 60),
  holderName: (text) => required(plainText(text), 60),
  holderKind: (text) => oneOf(text, holderKinds),
  holderIdNumber: (text) => (text.trim() === '' ? kept('') : idNumberOf(text)),
  creditCode: (text) => ofLength(tidyCreditCode(text), 18),
  custody: (text) => oneOf(text, custodies),
}

function nameOf(text: string): ParsedField {
  const parsed = parsePersonName(text)
  return parsed.ok ? kept(parsed.name) : parsed
}

function idNumberOf(text: string): ParsedField {
  const parsed = parseIdNumber(text)
  return parsed.ok ? kept(parsed.idNumber) : parsed
}

/** A mobile or a landline with its area code; empty means there is none. */
function phoneOf(text: string): ParsedField {
  const phone = withoutSpaces(text).replace(/[-\u2010-\u2015]/g, '')
  return phone === '' || /^\+?\d{7,13}$/.test(phone) ? kept(phone) : broken('phone-not-a-number')
}

function shortText(text: string, most: number): ParsedField {
  return ofLength(plainText(text), most)
}

function required(text: string, most: number): ParsedField {
  return text === '' ? broken('required') : ofLength(text, most)
}

function ofLength(text: string, most: number): ParsedField {
  return [...text].length > most ? broken('too-long') : kept(text)
}

function oneOf(text: string, allowed: readonly string[]): ParsedField {
  return allowed.includes(text) ? kept(text) : broken('unknown')
}

function kept(value: string): ParsedField {
  return { ok: true, value }
}

function broken(rule: string): ParsedField {
  return { ok: false, rule }
}
