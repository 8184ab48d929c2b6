import { makeFinding } from '../domain/checks/make-finding.ts'
import type { Finding } from '../domain/finding.ts'
import { whereChanged } from '../domain/recomputed.ts'
import { listAmounts } from '../store/recompute-queries.ts'
import type { Reader } from '../store/reader.ts'
import { stepsText } from '../wording/steps-text.ts'
import type { JudgedLines } from './judge-eligibility.ts'
import { amountsOf, isByStandardInForce, missingOf, moneyOf } from './standard-of.ts'

/**
 * C17 口径不一致 — where the standard in force makes the amounts, one that is another is blocked until it is computed
 * again, and one nobody can tell is to be explained with the facts that are missing.
 */
export async function judgeAmounts(
  reader: Reader,
  { period, stored, lines, lists }: JudgedLines,
): Promise<Finding[]> {
  if (!isByStandardInForce(stored)) return []
  const some = lists.among && lines.map(({ applicationId }) => applicationId)
  const amounts = await listAmounts(reader, period, some)
  const computed = await amountsOf(reader, { stored, lines: amounts, lists })
  const lineOf = new Map(lines.map((line) => [line.applicationId, line]))
  return amounts.flatMap((amount): Finding[] => {
    const [line, now] = [lineOf.get(amount.id), computed.get(amount.id)]
    if (line === undefined) return []
    const { eligibilityDate } = stored.terms
    if (now?.outcome !== 'computed') {
      const facts = { kind: 'amount-undecided', missing: [...missingOf(now)] }
      return [makeFinding(line, eligibilityDate, { check: 'C17', severity: 'explain', facts })]
    }
    const should = whereChanged(amount, { ...moneyOf(now), termsId: stored.id })
    if (should === undefined) return []
    const facts = {
      ...{ kind: 'amount-other', amountFen: amount.amountFen, computedFen: should.amountFen },
      how: stepsText(should.steps),
    }
    return [makeFinding(line, eligibilityDate, { check: 'C17', severity: 'block', facts })]
  })
}
