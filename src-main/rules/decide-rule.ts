import type { ParseResult } from '@marcbachmann/cel-js'
import { factsRead } from './allowed.ts'
import type { Rule } from './compile-rule.ts'
import { factOf, type Facts } from './fact-dictionary.ts'

export type Outcome = 'met' | 'not-met' | 'undecided'

/** 判定 — what a rule says of somebody: on what facts, and where it says nothing, which are missing. */
export interface Decision {
  readonly outcome: Outcome
  readonly missing: readonly string[]
  /** Each condition by itself, in the rule's order. */
  readonly conditions: readonly { readonly outcome: Outcome }[]
}

/**
 * Asks a rule. A fact that is not known makes what hangs on it undecided, never a no; it decides only where the facts
 * that are known settle it whatever the others are (CEL's own rule for `&&` and `||`, which absorb an error).
 */
export function decideRule(rule: Rule, facts: Facts): Decision {
  const context = contextOf(facts)
  const outcome = outcomeOf(rule.ask, context)
  return {
    outcome,
    missing: outcome === 'undecided' ? rule.facts.filter((key) => !facts.has(key)) : [],
    conditions: rule.leaves.map(({ ask }) => ({ outcome: outcomeOf(ask, context) })),
  }
}

/** The facts a rule reads as they were, to be kept with what it decided. */
export function factsUsed(rule: Rule, facts: Facts): Readonly<Record<string, number | boolean | string>> {
  return Object.fromEntries(
    factsRead(rule.ast).flatMap((key) => {
      const value = facts.get(key)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

type Context = Readonly<Record<string, Readonly<Record<string, unknown>>>>

function outcomeOf(ask: ParseResult, context: Context): Outcome {
  try {
    return ask(context) === true ? 'met' : 'not-met'
  } catch {
    // a fact that is not there, or a sum that cannot be done: neither is an answer
    return 'undecided'
  }
}

/** Every group of facts is there, whatever is known of it: a missing fact is then missing by its own name. */
function contextOf(facts: Facts): Context {
  const context: Record<string, Record<string, unknown>> = Object.create(null) as Record<
    string,
    Record<string, unknown>
  >
  for (const name of groups) context[name] = {}
  for (const [key, value] of facts) {
    const [name = '', field = ''] = key.split('.')
    const group = context[name]
    if (group === undefined) continue
    group[field] = factOf(key)?.type === 'int' ? BigInt(value) : value
  }
  return context
}

const groups = ['person', 'household', 'relief', 'disability', 'land', 'application']
