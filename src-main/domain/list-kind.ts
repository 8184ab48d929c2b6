import {
  fieldsOfDeceased,
  fieldsOfLandRights,
  fieldsOfPayroll,
  fieldsOfRegister,
  fieldsOfRoll,
} from './list-field.ts'
import type { ListField } from './list-field.ts'

/** 清单种类 — a kind of list the office receives. */
export const listKinds = [
  'household-register',
  'farmland-roll',
  'land-rights',
  'deceased',
  'payroll',
] as const
export type ListKind = (typeof listKinds)[number]

export interface ListKindTerms {
  readonly label: string
  readonly fields: readonly ListField[]
}

/** What each kind is called and which columns it has. */
export const listKindTerms: { readonly [K in ListKind]: ListKindTerms } = {
  'household-register': { label: '户籍人口花名册', fields: fieldsOfRegister },
  'farmland-roll': { label: '耕地地力保护补贴发放清册', fields: fieldsOfRoll },
  'land-rights': { label: '土地确权台账', fields: fieldsOfLandRights },
  deceased: { label: '死亡人员名单', fields: fieldsOfDeceased },
  payroll: { label: '财政供养人员名单', fields: fieldsOfPayroll },
}

/** A header as compared with the aliases: narrowed, without spaces, marks, numbering and bracketed units. */
export function normalizeHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[([{【〔<《][^)\]}】〕>》]*[)\]}】〕>》]/g, '')
    .replace(/[\s\u200b-\u200f\ufeff:*#、,，。.;；'"“”‘’_/\\|-]/g, '')
    .replace(/^\d+(?=\D)/, '')
    .toLowerCase()
}
