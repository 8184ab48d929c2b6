import { type AllowanceGiven, type AllowanceRow, parseAllowanceRow } from '../domain/allowance-row.ts'
import {
  type LandRightRow,
  type LandTransferRow,
  parseLandRightRow,
  parseLandTransferRow,
} from '../domain/land-row.ts'
import type { ListKind } from '../domain/list-kind.ts'
import {
  type ConvictedRow,
  type DeceasedRow,
  parseConvictedRow,
  parseDeceasedRow,
  parsePayrollRow,
  type PayrollRow,
} from '../domain/name-list-row.ts'
import { parseRegisterRow, type RegisterRow } from '../domain/register-row.ts'
import {
  type CertificateRow,
  parseCertificateRow,
  parseReliefRow,
  type ReliefRow,
} from '../domain/relief-row.ts'
import { parseRollRow, type RollRow } from '../domain/roll-row.ts'
import type { RowText } from '../domain/row-reader.ts'
import type { ParsedRow } from '../domain/row-rule.ts'

/** An accepted line, told apart by the kind of its list. */
export type ListValue =
  | { readonly kind: 'household-register'; readonly row: RegisterRow }
  | { readonly kind: 'farmland-roll'; readonly row: RollRow }
  | { readonly kind: 'allowance-roll'; readonly row: AllowanceRow }
  | { readonly kind: 'land-rights'; readonly row: LandRightRow }
  | { readonly kind: 'land-transfers'; readonly row: LandTransferRow }
  | { readonly kind: 'deceased'; readonly row: DeceasedRow }
  | { readonly kind: 'disability-certificates'; readonly row: CertificateRow }
  | { readonly kind: 'social-relief'; readonly row: ReliefRow }
  | { readonly kind: 'payroll'; readonly row: PayrollRow }
  | { readonly kind: 'convicted'; readonly row: ConvictedRow }

type RowOf<K extends ListKind> = Extract<ListValue, { kind: K }>['row']

const parsers: {
  readonly [K in ListKind]: (row: RowText, given: AllowanceGiven) => ParsedRow<RowOf<K>>
} = {
  'household-register': (row, { said }) => parseRegisterRow(row, said),
  'farmland-roll': (row) => parseRollRow(row),
  'allowance-roll': parseAllowanceRow,
  'land-rights': (row) => parseLandRightRow(row),
  'land-transfers': (row, { said }) => parseLandTransferRow(row, said),
  deceased: (row) => parseDeceasedRow(row),
  'disability-certificates': (row, { said }) => parseCertificateRow(row, said),
  'social-relief': (row, { said }) => parseReliefRow(row, said),
  payroll: (row) => parsePayrollRow(row),
  convicted: (row, { said }) => parseConvictedRow(row, said),
}

/** One line by its kind's own rules. */
export function parseListRow(kind: ListKind, row: RowText, given: AllowanceGiven): ParsedRow<ListValue> {
  const parsed: ParsedRow<ListValue['row']> = parsers[kind](row, given)
  return parsed.ok ? { ...parsed, value: { kind, row: parsed.value } as ListValue } : parsed
}
