import type { CheckedLine } from '../domain/checks/check-input.ts'
import { makeFinding } from '../domain/checks/make-finding.ts'
import type { Finding } from '../domain/finding.ts'
import { factsRead } from '../rules/allowed.ts'
import type { Rule } from '../rules/compile-rule.ts'
import { type Decision, decideRule, factsUsed, type Outcome } from '../rules/decide-rule.ts'
import { describeRule } from '../rules/describe-rule.ts'
import { factOf, type Facts } from '../rules/fact-dictionary.ts'
import type { Period } from '../store/application-queries.ts'
import type { StoredDecision } from '../store/eligibility-queries.ts'
import type { StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listApplicants } from '../store/rule-subject-queries.ts'
import type { Lists } from './check-facts.ts'
import { getRule } from './read-rule.ts'
import { factReadersOf } from './rule-facts.ts'

export interface JudgedEligibility {
  readonly findings: readonly Finding[]
  readonly decided: readonly Omit<StoredDecision, 'runId' | 'at'>[]
}

/** Lines of a period, all of it or some, and the lists that are read about them. */
export interface JudgedLines {
  readonly period: Period
  readonly stored: StoredTerms
  readonly lines: readonly CheckedLine[]
  readonly lists: Lists
}

const everything = { programmes: 'all', villages: 'all' } as const

/**
 * 资格判定 — the rule of the terms in force, asked about every application on its way. Who does not meet it by what the
 * office itself has on record is blocked; a hit that rests on another office's list is to be explained, and so is what
 * cannot be decided.
 */
export async function judgeEligibility(
  reader: Reader,
  { period, stored, lines, lists }: JudgedLines,
): Promise<JudgedEligibility> {
  const { eligibilityRule, eligibilityDate } = stored.terms
  if (eligibilityRule.trim() === '') return { findings: [], decided: [] }
  const rule = getRule(eligibilityRule)
  const factsOf = await factReadersOf(reader, rule, eligibilityDate, lists)
  const lineOf = new Map(lines.map((line) => [line.applicationId, line]))
  const findings: Finding[] = []
  const decided: Omit<StoredDecision, 'runId' | 'at'>[] = []
  const some = lists.among && [...lineOf.keys()]
  for (const subject of await listApplicants(reader, everything, period, some)) {
    const facts = factsOf(subject)
    const decision = decideRule(rule, facts)
    const line = lineOf.get(subject.subjectId)
    decided.push({
      ...{ applicationId: subject.subjectId, termsId: stored.id, outcome: decision.outcome },
      ...{ facts: JSON.stringify(factsUsed(rule, facts)), missing: JSON.stringify(decision.missing) },
    })
    if (line !== undefined && decision.outcome !== 'met')
      findings.push(findingOf(line, { rule, facts, decision, stored }))
  }
  return { findings, decided }
}

interface Judged {
  readonly rule: Rule
  readonly facts: Facts
  readonly decision: Decision
  readonly stored: StoredTerms
}

function findingOf(line: CheckedLine, { rule, facts, decision, stored }: Judged): Finding {
  const { eligibilityDate } = stored.terms
  const version = stored.version
  if (decision.outcome === 'undecided')
    return makeFinding(line, eligibilityDate, {
      ...{ check: 'C13', severity: 'explain' },
      facts: { kind: 'rule-undecided', version, missing: missingNames(decision.missing) },
    })
  const own = new Map([...facts].filter(([key]) => factOf(key)?.isListed !== true))
  const isOwn = decideRule(rule, own).outcome === 'not-met'
  return makeFinding(line, eligibilityDate, {
    ...{ check: 'C13', severity: isOwn ? 'block' : 'explain' },
    facts: { kind: 'rule-not-met', version, unmet: unmetConditions(rule, decision, facts) },
  })
}

/** Which lists or entries would have to be there. */
export function missingNames(missing: readonly string[]): readonly string[] {
  return [
    ...new Set(
      missing.map((key) => {
        const fact = factOf(key)
        return `${fact?.label ?? key}（来自${fact?.from ?? '未知'}）`
      }),
    ),
  ]
}

export function unmetConditions(rule: Rule, { conditions }: Decision, facts: Facts): readonly string[] {
  return rule.leaves.flatMap(({ node }, at) =>
    conditions[at]?.outcome === 'not-met' ? [`${describeRule(node)}${valueNote(node, facts)}`] : [],
  )
}

/** Each condition of a rule in plain words, with what it came to and on what. */
export function shownConditions(rule: Rule, { conditions }: Decision, facts: Facts) {
  return rule.leaves.map(({ node }, at) => ({
    said: describeRule(node),
    outcome: conditions[at]?.outcome ?? ('undecided' satisfies Outcome),
    value: valuesIn(node, facts).join('，'),
  }))
}

type Node = Rule['ast']

function valueNote(node: Node, facts: Facts): string {
  const values = valuesIn(node, facts)
  return values.length === 0 ? '' : `（${values.join('，')}）`
}

function valuesIn(node: Node, facts: Facts): readonly string[] {
  return factsRead(node).flatMap((key) => {
    const [fact, value] = [factOf(key), facts.get(key)]
    if (fact === undefined) return []
    if (value === undefined) return [`缺${fact.label}`]
    if (fact.said !== undefined) return [fact.said[value === true ? 0 : 1]]
    return [`${fact.label} ${String(value)}${fact.unit === '' ? '' : ` ${fact.unit}`}`]
  })
}
