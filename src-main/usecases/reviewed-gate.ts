import type { ProgrammeTerms } from '../domain/programme-terms.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import { type Period, sumByVillageAndStatus } from '../store/application-queries.ts'
import type { Village } from '../store/division-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listVerifications } from '../store/verification-queries.ts'
import type { QueryContext } from './context.ts'
import { refuseMissingPages } from './paper-gate.ts'
import { refuseOpenRechecks } from './recheck-gate.ts'

/** A village with records still waiting for review neither hangs nor leaves. */
export async function refuseNotReviewed(
  ctx: QueryContext,
  period: Period,
  villages: readonly Village[],
): Promise<void> {
  const sums = await sumByVillageAndStatus(ctx.reader, period, ctx.scope)
  for (const { code, name } of villages) {
    const waiting = sums.find((sum) => sum.villageCode === code && sum.status === 'submitted')
    if (waiting !== undefined)
      throw new Problem('publicity.not-yet-reviewed', { village: villageTitle(name), count: waiting.rows })
  }
}

interface Gated {
  readonly period: Period
  readonly villages: readonly Village[]
  readonly terms: ProgrammeTerms
}

/** 闸口 — the statement on the survey, the signed registers' pages, the re-checks (field-notes 16, 17, 23). */
export async function refuseOpenGates(reader: Reader, { period, villages, terms }: Gated): Promise<void> {
  const stated = await listVerifications(reader, period)
  const unverified = villages.filter(({ code }) => !stated.has(code)).map(({ name }) => villageTitle(name))
  if (unverified.length > 0) throw new Problem('gate.verification-missing', { villages: unverified })
  await refuseMissingPages(reader, period, villages, terms.signedRegister)
  await refuseOpenRechecks(reader, period, villages, terms)
}
