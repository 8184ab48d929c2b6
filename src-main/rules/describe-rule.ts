import type { ASTNode } from '@marcbachmann/cel-js'
import { factKeyOf } from './allowed.ts'
import { sourceOf } from './compile-rule.ts'
import { type Fact, factOf } from './fact-dictionary.ts'

const comparisons: Readonly<Record<string, string>> = {
  '>=': '不小于',
  '>': '大于',
  '<=': '不大于',
  '<': '小于',
  '==': '是',
  '!=': '不是',
}
const turned: Readonly<Record<string, string>> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' }

/** 用大白话说 — a rule as a clerk would say it; what has no plain words stays as it is written. */
export function describeRule(node: ASTNode): string {
  if (node.op === '&&') return node.args.map((part) => within(part, '||')).join('，并且')
  if (node.op === '||') return node.args.map((part) => within(part, '&&')).join('，或者')
  if (node.op === '!_') return negated(node.args)
  if (node.op === '?:') {
    const [when, then, otherwise] = node.args
    return `如果${describeRule(when)}，就要${describeRule(then)}，不然要${describeRule(otherwise)}`
  }
  return describeFlag(node) ?? describeComparison(node) ?? sourceOf(node)
}

function within(node: ASTNode, other: '&&' | '||'): string {
  return node.op === other ? `（${describeRule(node)}）` : describeRule(node)
}

function negated(node: ASTNode): string {
  const fact = factIn(node)
  return fact?.said === undefined ? `不是（${describeRule(node)}）` : fact.said[1]
}

function describeFlag(node: ASTNode): string | undefined {
  return factIn(node)?.said?.[0]
}

function describeComparison(node: ASTNode): string | undefined {
  if (node.op === 'in') {
    const [of, list] = node.args
    const fact = factIn(of)
    if (fact === undefined || list.op !== 'list') return undefined
    return `${fact.label}是${list.args.map((one) => valueText(one, fact)).join('、')}之一`
  }
  const said = comparisons[node.op]
  if (said === undefined) return undefined
  const [left, right] = node.args as [ASTNode, ASTNode]
  const [fact, other] = [factIn(left), factIn(right)]
  if (fact !== undefined && fact.said === undefined)
    return `${fact.label}${said}${other ? `${other.label}（${other.unit}）` : valueText(right, fact)}`
  if (other === undefined || other.said !== undefined) return undefined
  return `${other.label}${comparisons[turned[node.op] ?? node.op] ?? said}${valueText(left, other)}`
}

function factIn(node: ASTNode): Fact | undefined {
  const key = factKeyOf(node)
  return key === undefined ? undefined : factOf(key)
}

function valueText(node: ASTNode, { unit }: Fact): string {
  const text = node.op === 'value' ? String(node.args) : sourceOf(node)
  return unit === '' ? text : ` ${text} ${unit}`
}
