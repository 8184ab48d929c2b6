import type { ASTNode } from '@marcbachmann/cel-js'
import { factKeyOf } from './allowed.ts'
import { compileRule, isRule } from './compile-rule.ts'
import { factOf, type FactValue } from './fact-dictionary.ts'

export type ConditionOperator = '>=' | '>' | '<=' | '<' | '==' | '!=' | 'in'

/** 一个条件 — a fact, how it is compared, and with what; of yes or no only which of the two. */
export interface RuleCondition {
  readonly fact: string
  readonly operator: ConditionOperator
  readonly values: readonly FactValue[]
}

/** 条件表 — all of the conditions, or any one of them; what most rules are. */
export interface RuleForm {
  readonly join: 'all' | 'any'
  readonly conditions: readonly RuleCondition[]
}

/** The expression a filled form stands for. */
export function textOfForm({ join, conditions }: RuleForm): string {
  return conditions.map(conditionText).join(join === 'all' ? ' && ' : ' || ')
}

function conditionText({ fact, operator, values }: RuleCondition): string {
  const type = factOf(fact)?.type
  const [value = ''] = values
  if (type === 'bool') return value === true ? fact : `!${fact}`
  const literal = (one: FactValue) =>
    type === 'string' ? JSON.stringify(String(one)) : numberText(one, type)
  if (operator === 'in') return `${fact} in [${values.map(literal).join(', ')}]`
  return `${fact} ${operator} ${literal(value)}`
}

function numberText(value: FactValue, type: string | undefined): string {
  const text = String(value)
  return type === 'double' && /^-?\d+$/.test(text) ? `${text}.0` : text
}

/** The form an expression fits into; undefined where it says more than a form can. */
export function formOfText(text: string): RuleForm | undefined {
  const rule = compileRule(text)
  if (!isRule(rule)) return undefined
  const join = rule.ast.op === '||' ? 'any' : 'all'
  const conditions = rule.leaves.map(({ node }) => conditionOf(node))
  if (conditions.some((one) => one === undefined)) return undefined
  const form = { join, conditions: conditions.filter((one) => one !== undefined) } as const
  // nested joins have the same leaves and mean something else
  return sameJoins(rule.ast) ? form : undefined
}

function sameJoins(node: ASTNode, join = node.op): boolean {
  if (node.op !== '&&' && node.op !== '||') return true
  return node.op === join && node.args.every((part) => sameJoins(part, join))
}

function conditionOf(node: ASTNode): RuleCondition | undefined {
  if (node.op === '!_') return flagOf(node.args, false)
  if (node.op === '.') return flagOf(node, true)
  if (node.op === 'in') {
    const [of, list] = node.args
    const values = list.op === 'list' ? list.args.map(valueOf) : [undefined]
    return made(factKeyOf(of), 'in', values)
  }
  if (!['>=', '>', '<=', '<', '==', '!='].includes(node.op)) return undefined
  const [of, value] = node.args as [ASTNode, ASTNode]
  return made(factKeyOf(of), node.op as ConditionOperator, [valueOf(value)])
}

function flagOf(node: ASTNode, value: boolean): RuleCondition | undefined {
  const key = factKeyOf(node)
  return factOf(key ?? '')?.type === 'bool' ? made(key, '==', [value]) : undefined
}

function made(
  fact: string | undefined,
  operator: ConditionOperator,
  values: readonly (FactValue | undefined)[],
): RuleCondition | undefined {
  const known = values.filter((value) => value !== undefined)
  if (fact === undefined || known.length !== values.length) return undefined
  return { fact, operator, values: known }
}

function valueOf(node: ASTNode): FactValue | undefined {
  if (node.op === '-_') {
    const value = valueOf(node.args)
    return typeof value === 'number' ? -value : undefined
  }
  if (node.op !== 'value') return undefined
  if (typeof node.args === 'bigint') return Number(node.args)
  return typeof node.args === 'string' || typeof node.args === 'number' || typeof node.args === 'boolean'
    ? node.args
    : undefined
}
