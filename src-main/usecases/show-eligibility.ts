import { decideRule } from '../rules/decide-rule.ts'
import { describeRule } from '../rules/describe-rule.ts'
import type { FactValue } from '../rules/fact-dictionary.ts'
import { findLatestDecision } from '../store/eligibility-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { shownConditions } from './judge-eligibility.ts'
import { getRule } from './read-rule.ts'

/** 为什么 — the last decision on an application, asked again from the rule and the facts that were kept with it. */
export async function showEligibility(reader: Reader, applicationId: string) {
  const stored = await findLatestDecision(reader, applicationId)
  if (stored === undefined) return null
  const { terms, version } = await getTerms(reader, stored.termsId)
  const rule = getRule(terms.eligibilityRule)
  const facts = new Map(Object.entries(JSON.parse(stored.facts) as Record<string, FactValue>))
  const { outcome, at } = stored
  return {
    ...{ outcome, at, termsVersion: version, said: describeRule(rule.ast) },
    conditions: shownConditions(rule, decideRule(rule, facts), facts),
  }
}
