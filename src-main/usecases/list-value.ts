import {
  type DeceasedRow,
  type LandRightRow,
  parseDeceasedRow,
  parseLandRightRow,
  parsePayrollRow,
  parseRegisterRow,
  parseRollRow,
  type PayrollRow,
  type RegisterRow,
  type RollRow,
  type RowText,
} from '../domain/list-row.ts'
import type { ListKind } from '../domain/list-kind.ts'
import type { ParsedRow } from '../domain/row-rule.ts'

/** An accepted line, told apart by the kind of its list. */
export type ListValue =
  | { readonly kind: 'household-register'; readonly row: RegisterRow }
  | { readonly kind: 'farmland-roll'; readonly row: RollRow }
  | { readonly kind: 'land-rights'; readonly row: LandRightRow }
  | { readonly kind: 'deceased'; readonly row: DeceasedRow }
  | { readonly kind: 'payroll'; readonly row: PayrollRow }

/** Kinds whose lines stand in a village and are sent back when it is not known. */
export const kindsWithVillage: ReadonlySet<ListKind> = new Set([
  'household-register',
  'farmland-roll',
  'land-rights',
])

/** One line by its kind's own rules. */
export function parseListRow(kind: ListKind, row: RowText): ParsedRow<ListValue> {
  switch (kind) {
    case 'household-register':
      return wrap(parseRegisterRow(row), (value) => ({ kind, row: value }))
    case 'farmland-roll':
      return wrap(parseRollRow(row), (value) => ({ kind, row: value }))
    case 'land-rights':
      return wrap(parseLandRightRow(row), (value) => ({ kind, row: value }))
    case 'deceased':
      return wrap(parseDeceasedRow(row), (value) => ({ kind, row: value }))
    case 'payroll':
      return wrap(parsePayrollRow(row), (value) => ({ kind, row: value }))
  }
}

function wrap<T>(parsed: ParsedRow<T>, make: (value: T) => ListValue): ParsedRow<ListValue> {
  return parsed.ok ? { ...parsed, value: make(parsed.value) } : parsed
}
