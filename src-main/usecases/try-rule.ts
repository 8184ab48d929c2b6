import { maskIdNumber } from '../domain/id-number.ts'
import { villageTitle } from '../domain/village-name.ts'
import { decideRule, type Outcome } from '../rules/decide-rule.ts'
import { describeRule } from '../rules/describe-rule.ts'
import { factOf } from '../rules/fact-dictionary.ts'
import { listApplicants, listSomePeople, type RuleSubject } from '../store/rule-subject-queries.ts'
import type { JobContext } from './context.ts'
import { shownConditions } from './judge-eligibility.ts'
import { getRule } from './read-rule.ts'
import { factReadersOf } from './rule-facts.ts'

interface Asked {
  readonly programmeCode: string
  readonly year: number
  readonly text: string
  readonly asOf: string
}

const mostPeople = 5_000
const shownOfEach = 20
const order: readonly Outcome[] = ['not-met', 'undecided', 'met']

/** 试算 — what a rule would say of real people before anybody puts it in force; nothing is written. */
export async function tryRule(ctx: JobContext, { text, asOf, ...period }: Asked) {
  const rule = getRule(text)
  ctx.progress('读取事实', 0, 1)
  const applicants = await listApplicants(ctx.reader, ctx.scope, period)
  const over = applicants.length > 0 ? ('applications' as const) : ('people' as const)
  const subjects =
    over === 'applications' ? applicants : await listSomePeople(ctx.reader, ctx.scope, mostPeople)
  const factsOf = await factReadersOf(ctx.reader, rule, asOf)
  const missing = new Map<string, number>()
  const asked = new Map<Outcome, { subject: RuleSubject; at: number }[]>(order.map((one) => [one, []]))
  for (const [at, subject] of subjects.entries()) {
    if (at % 500 === 0) await ctx.breathe()
    const { outcome, missing: lacking } = decideRule(rule, factsOf(subject))
    asked.get(outcome)?.push({ subject, at })
    for (const key of lacking) missing.set(key, (missing.get(key) ?? 0) + 1)
  }
  const count = (outcome: Outcome) => asked.get(outcome)?.length ?? 0
  return {
    ...{ over, met: count('met'), notMet: count('not-met'), undecided: count('undecided') },
    missing: [...missing]
      .toSorted(([, a], [, b]) => b - a)
      .map(([key, times]) => ({
        label: factOf(key)?.label ?? key,
        from: factOf(key)?.from ?? '',
        count: times,
      })),
    conditions: rule.leaves.map(({ node }) => describeRule(node)),
    rows: order.flatMap((outcome) =>
      (asked.get(outcome) ?? []).slice(0, shownOfEach).map(({ subject }) => {
        const facts = factsOf(subject)
        return {
          ...{ subjectId: subject.subjectId, name: subject.name, idMasked: maskIdNumber(subject.idNumber) },
          ...{ villageName: villageTitle(subject.villageName), outcome },
          conditions: shownConditions(rule, decideRule(rule, facts), facts).map(
            ({ outcome: each, value }) => ({ outcome: each, value }),
          ),
        }
      }),
    ),
  }
}
