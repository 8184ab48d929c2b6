import type { FormInstance } from 'antd'
import { fieldRuleText } from '../../src-main/wording/field-rules.ts'
import { problemOf, type ProblemData } from './problem-of.ts'

interface MarkedField {
  readonly name: readonly (string | number)[]
  readonly errors: string[]
}

/** What the core refused, field by field, under the names the form gives them. */
export function markedFields({ code, facts }: ProblemData): readonly MarkedField[] {
  if (code !== 'input.invalid' || !Array.isArray(facts['fields'])) return []
  const fields = facts['fields'] as readonly { readonly path: string; readonly rule: string }[]
  return fields.map(({ path, rule }) => ({ name: nameOf(path), errors: [fieldRuleText(rule)] }))
}

/** For a command's `onError`: says at the field what is wrong with it. */
export function markFields(form: Pick<FormInstance, 'setFields'>): (error: unknown) => void {
  return (error) =>
    form.setFields(markedFields(problemOf(error)).map(({ name, errors }) => ({ name: [...name], errors })))
}

function nameOf(path: string): readonly (string | number)[] {
  return path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}
