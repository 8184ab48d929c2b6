import { Problem } from '../domain/problem.ts'
import {
  type AccountField,
  type HouseholdField,
  parseRegisterField,
  type PersonField,
} from '../domain/register-fields.ts'

type Field = PersonField | HouseholdField | AccountField

/** Typed values as they are kept; everything that is wrong with them is said at once, under the form's own names. */
export function parseChanges<F extends Field>(
  changes: Readonly<Partial<Record<F, string | undefined>>>,
  under = '',
): Partial<Record<F, string>> {
  const values: Partial<Record<F, string>> = {}
  const fields: { path: string; rule: string }[] = []
  for (const [path, text] of Object.entries(changes) as [F, string | undefined][]) {
    if (text === undefined) continue
    const parsed = parseRegisterField(path, text)
    if (parsed.ok) values[path] = parsed.value
    else fields.push({ path: `${under}${path}`, rule: parsed.rule })
  }
  if (fields.length > 0) throw new Problem('input.invalid', { fields })
  return values
}
