import { custodies, parseRegisterField } from './register-fields.ts'

/** 可批量改的栏目 — never who somebody is: name and ID number are corrected one by one, before the paper. */
export const bulkFields = [
  'phone',
  'relation',
  'ethnicity',
  'hukouKind',
  'remark',
  'groupName',
  'address',
  'bankName',
  'custody',
  'accountNo',
] as const
export type BulkField = (typeof bulkFields)[number]
export type BulkEntity = 'person' | 'household' | 'account'

/** 认人的栏目 — columns that say whom a line is about. */
export const bulkKeys = ['idNumber', 'name', 'householdNo', 'village', 'group'] as const
export type BulkKey = (typeof bulkKeys)[number]
export type BulkColumn = BulkField | BulkKey

const entities: { readonly [F in BulkField]: BulkEntity } = {
  phone: 'person',
  relation: 'person',
  ethnicity: 'person',
  hukouKind: 'person',
  remark: 'person',
  groupName: 'household',
  address: 'household',
  bankName: 'account',
  custody: 'account',
  accountNo: 'account',
}

export function bulkEntity(field: BulkField): BulkEntity {
  return entities[field]
}

export function isBulkField(column: BulkColumn): column is BulkField {
  return Object.hasOwn(entities, column)
}

/** 不能改的缘由, by name; the words are in `wording`. */
export type BulkRule =
  | 'person-unknown'
  | 'several-people'
  | 'name-differs'
  | 'needs-name'
  | 'nobody-named'
  | 'not-registered'
  | 'no-household'
  | 'no-account'
  | 'several-accounts'
  | 'account-twice'
  | 'in-package'
  | 'said-above'
  | 'said-otherwise'

export interface BulkAccount {
  readonly id: string
  readonly accountNo: string
  readonly bankName: string
  readonly custody: string
  /** Paid to by a record that has been packed or has left. */
  readonly isInPackage: boolean
}

/** Somebody a line may be about, with everything as it stands. */
export interface BulkPerson {
  readonly personId: string
  readonly name: string
  readonly idNumber: string
  readonly status: string
  readonly villageName: string
  readonly householdId: string | null
  readonly householdNo: string
  readonly isHead: boolean
  readonly values: Readonly<Record<'phone' | 'relation' | 'ethnicity' | 'hukouKind' | 'remark', string>>
  readonly household: Readonly<Record<'groupName' | 'address', string>>
  /** The active ones. */
  readonly accounts: readonly BulkAccount[]
}

export interface PastedLine {
  readonly line: number
  readonly keys: Readonly<Partial<Record<BulkKey, string>>>
  readonly values: Readonly<Partial<Record<BulkField, string>>>
}

export interface BulkCell {
  readonly field: BulkField
  readonly entity: BulkEntity
  readonly entityId: string
  readonly before: string
  readonly after: string
  readonly state: 'change' | 'same' | 'wrong'
  /** A `BulkRule`, or one of the field's own; null where nothing is wrong. */
  readonly rule: string | null
}

export interface BulkLine {
  readonly line: number
  readonly person: BulkPerson | null
  /** Why the whole line says nothing. */
  readonly rule: string | null
  readonly cells: readonly BulkCell[]
}

/** Typed instead of a value: an empty cell leaves everything as it is. */
export const clearingWord = '清空'

const custodyWords: Readonly<Record<string, string>> = {
  本人: 'self',
  家属: 'family',
  村干部: 'village-cadre',
  其他人: 'other',
  其他: 'other',
  没问: '',
}

/** The value as it would be kept, or the rule it breaks. */
export function parseBulkValue(field: BulkField, text: string) {
  const typed = text.trim() === clearingWord && field !== 'accountNo' ? '' : text
  if (field !== 'custody') return parseRegisterField(field, typed)
  const word = custodyWords[typed.trim()] ?? typed.trim()
  const isKnown = (custodies as readonly string[]).includes(word)
  return isKnown ? { ok: true as const, value: word } : { ok: false as const, rule: 'custody-unknown' }
}
