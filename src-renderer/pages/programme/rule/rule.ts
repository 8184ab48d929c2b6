import type { Inputs, Outputs } from '../../../api/calls.ts'

export type RuleForm = Inputs['rule']['write']['form']
export type RuleCondition = RuleForm['conditions'][number]
export type RuleReading = Outputs['rule']['read']
export type Fact = Outputs['rule']['dictionary'][number]

export const outcomeLabels = { met: '符合', 'not-met': '不符合', undecided: '判不了' } as const
export const outcomeColors = { met: 'success', 'not-met': 'error', undecided: 'warning' } as const

export const operatorLabels: Readonly<Record<RuleCondition['operator'], string>> = {
  '>=': '不小于',
  '>': '大于',
  '<=': '不大于',
  '<': '小于',
  '==': '是',
  '!=': '不是',
  in: '是其中之一',
}

/** How facts of a type can be compared. */
export function operatorsOf({ type }: Fact): readonly RuleCondition['operator'][] {
  if (type === 'bool') return ['==']
  return type === 'string' ? ['==', '!=', 'in'] : ['>=', '>', '<=', '<', '==', '!=', 'in']
}

/** A condition on a fact as it begins. */
export function firstCondition(fact: Fact): RuleCondition {
  const first = { bool: true, string: fact.options[0] ?? '', int: 0, double: 0 }[fact.type]
  return { fact: fact.key, operator: operatorsOf(fact)[0] ?? '==', values: [first] }
}
