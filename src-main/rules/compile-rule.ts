import { type ASTNode, Environment, type ParseResult, ParseError, serialize } from '@marcbachmann/cel-js'
import { factsRead, firstNotAllowed } from './allowed.ts'
import { factDictionary } from './fact-dictionary.ts'
import { faultAt, type RuleFault } from './rule-fault.ts'

/** 规则 — an eligibility expression that has been read, checked against the dictionary, and can be asked. */
export interface Rule {
  readonly text: string
  readonly ast: ASTNode
  readonly facts: readonly string[]
  /** For every condition that is joined with others: itself as a rule that can be asked alone. */
  readonly leaves: readonly { readonly node: ASTNode; readonly ask: ParseResult }[]
  readonly ask: ParseResult
}

const longest = 2_000
const limits = { maxAstNodes: 300, maxDepth: 24, maxListElements: 60, maxCallArguments: 8, maxMapEntries: 1 }

/** Reads a rule; a fault says what is wrong and where, and nothing of the text is in force. */
export function compileRule(text: string): Rule | RuleFault {
  if (text.length > longest) return faultAt('too-long', text, longest, text.length)
  const ask = parsed(text)
  if (!('ast' in ask)) return ask
  const { ast } = ask
  const forbidden = firstNotAllowed(ast)
  if (forbidden !== undefined) return refused(text, forbidden)
  const { valid, type, error } = ask.check()
  if (!valid) return faultAt('types', text, error?.range?.start ?? 0, error?.range?.end ?? text.length)
  if (type !== 'bool') return faultAt('not-a-condition', text, 0, text.length)
  const facts = factsRead(ast)
  if (facts.length === 0) return faultAt('no-fact', text, 0, text.length)
  const leaves = leavesOf(ast).map((node) => ({ node, ask: environment.parse(sourceOf(node)) }))
  return { text, ast, facts, leaves, ask }
}

export function isRule(made: Rule | RuleFault): made is Rule {
  return 'ast' in made
}

/** A piece of a rule as a text of its own. */
export function sourceOf(node: ASTNode): string {
  return serialize(node)
}

const environment = madeEnvironment()

function madeEnvironment(): Environment {
  const schemas = new Map<string, Record<string, string>>()
  for (const { key, type } of factDictionary) {
    const [name = '', field = ''] = key.split('.')
    schemas.set(name, { ...schemas.get(name), [field]: type })
  }
  const made = new Environment({ limits })
  for (const [name, schema] of schemas) made.registerVariable({ name, schema })
  return made
}

function parsed(text: string): ParseResult | RuleFault {
  try {
    return environment.parse(text)
  } catch (thrown) {
    if (!(thrown instanceof ParseError)) throw thrown
    const rule = thrown.code === 'limit_exceeded' ? 'too-long' : 'syntax'
    return faultAt(rule, text, thrown.range?.start ?? 0, thrown.range?.end ?? 0)
  }
}

function refused(text: string, node: ASTNode): RuleFault {
  const isName = node.op === '.' || node.op === 'id'
  return faultAt(isName ? 'unknown-fact' : 'not-allowed', text, node.start, node.end)
}

function leavesOf(node: ASTNode): readonly ASTNode[] {
  return node.op === '&&' || node.op === '||' ? node.args.flatMap(leavesOf) : [node]
}
