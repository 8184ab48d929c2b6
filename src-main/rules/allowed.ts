import type { ASTNode } from '@marcbachmann/cel-js'
import { factOf } from './fact-dictionary.ts'

const binary = new Set(['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', 'in', '&&', '||'])

/** The key of a fact where the node reads one. */
export function factKeyOf(node: ASTNode): string | undefined {
  if (node.op !== '.') return undefined
  const [of, field] = node.args
  return of.op === 'id' ? `${of.args}.${field}` : undefined
}

/**
 * The first piece that no rule may have. Left out of CEL: asking whether a fact is there (`has`), since what is missing
 * never decides; loops over lists and patterns (`exists`, `matches`), since a rule must not cost more than it is long.
 */
export function firstNotAllowed(node: ASTNode): ASTNode | undefined {
  if (node.op === '.') return factOf(factKeyOf(node) ?? '') === undefined ? node : undefined
  if (node.op === 'value') return isPlain(node.args) ? undefined : node
  if (node.op === 'list') return firstAmong(node.args)
  if (node.op === '?:') return firstAmong(node.args)
  if (node.op === '!_' || node.op === '-_') return firstNotAllowed(node.args)
  return binary.has(node.op) ? firstAmong(node.args as ASTNode[]) : node
}

function firstAmong(nodes: readonly ASTNode[]): ASTNode | undefined {
  for (const node of nodes) {
    const found = firstNotAllowed(node)
    if (found !== undefined) return found
  }
  return undefined
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
}

/** The facts a rule reads, each once, in the order it reads them. */
export function factsRead(node: ASTNode): readonly string[] {
  const key = factKeyOf(node)
  if (key !== undefined) return [key]
  return [...new Set(childrenOf(node).flatMap(factsRead))]
}

export function childrenOf(node: ASTNode): readonly ASTNode[] {
  if (node.op === 'value' || node.op === 'id' || node.op === '.') return []
  if (node.op === '!_' || node.op === '-_') return [node.args]
  return node.op === 'list' || node.op === '?:' || binary.has(node.op) ? (node.args as ASTNode[]) : []
}
