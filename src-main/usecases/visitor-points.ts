import { addDays } from '../domain/day.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import type { OpenPoint } from '../domain/open-point.ts'
import { paidOutcome } from '../domain/paid-outcome.ts'
import { inScopeOf } from '../domain/role.ts'
import { findLatestRun, listFindings, onItsWay } from '../store/check-queries.ts'
import type { getPerson } from '../store/person-queries.ts'
import {
  listListedOf,
  listOpenVisits,
  listPapersOut,
  type PersonApplication,
  type PersonRosterLine,
} from '../store/visitor-queries.ts'
import { findingSentence } from '../wording/finding-sentences.ts'
import type { QueryContext } from './context.ts'
import type { showAccountsOf } from './show-accounts.ts'

export interface VisitorFacts {
  readonly person: Awaited<ReturnType<typeof getPerson>>
  readonly household: { readonly id: string; readonly householderPending: boolean } | null
  /** The person's own. */
  readonly accounts: Awaited<ReturnType<typeof showAccountsOf>>
  readonly applications: readonly PersonApplication[]
  readonly rosterLines: readonly PersonRosterLine[]
}

/** Told so many days ahead, while there is still time to renew. */
const toldAheadDays = 60

/** 未了事项 — everything open about one person, what hinders money first. */
export async function openPointsOf(ctx: QueryContext, facts: VisitorFacts): Promise<OpenPoint[]> {
  const findings = await findingsOf(ctx, facts.applications)
  const isFoundDead = findings.some((point) => point.kind === 'finding' && point.check === 'C01')
  return [
    ...facts.applications.flatMap(ofStatus),
    ...findings,
    ...lastFailures(facts.rosterLines),
    ...accountPoints(ctx, facts),
    ...(await listedPoints(ctx, facts)).filter(({ kind }) => kind !== 'listed-dead' || !isFoundDead),
    ...registerPoints(facts),
    ...(await surveyPoints(ctx, facts.household?.id)),
  ]
}

const endings = ['returned', 'declined', 'suspended', 'stopped'] as const

function ofStatus({ id, status, lastReason, ...application }: PersonApplication): OpenPoint[] {
  const kind = endings.find((ending) => ending === status)
  return kind === undefined ? [] : [{ kind, reason: lastReason ?? '', ...recordOf({ id, ...application }) }]
}

function recordOf({ id, programmeName, year }: Pick<PersonApplication, 'id' | 'programmeName' | 'year'>) {
  return { applicationId: id, programmeName, year }
}

/** As of the last checks; a hint needs nobody to come. */
async function findingsOf(
  ctx: QueryContext,
  applications: readonly PersonApplication[],
): Promise<OpenPoint[]> {
  const checked = applications.filter(({ status }) => (onItsWay as readonly string[]).includes(status))
  const points: OpenPoint[] = []
  for (const application of checked) {
    const run = await findLatestRun(ctx.reader, application)
    if (run === undefined) continue
    const findings = await listFindings(ctx.reader, run.id, [application.id])
    for (const finding of findings.filter(({ severity }) => severity !== 'hint'))
      points.push({
        kind: 'finding',
        check: finding.check,
        ...findingSentence(finding),
        ...recordOf(application),
      })
  }
  return points
}

/** Of every programme only the newest line: what failed and was paid later is no matter any more. */
function lastFailures(lines: readonly PersonRosterLine[]): OpenPoint[] {
  const newest = [...Map.groupBy(lines, ({ programmeCode }) => programmeCode).values()].flatMap((own) =>
    own.slice(0, 1),
  )
  return newest.flatMap((line): OpenPoint[] => {
    const { outcome, why } = paidOutcomeOf(line)
    if (outcome !== 'failed' && outcome !== 'stopped') return []
    const { id: lineId, programmeName } = line
    return [{ kind: `payment-${outcome}`, lineId, programmeName, period: periodText(line), why }]
  })
}

export function paidOutcomeOf({ facts, remark }: Pick<PersonRosterLine, 'facts' | 'remark'>) {
  return paidOutcome({ paidState: facts['paidState'] ?? '', failure: facts['failure'] ?? '', remark })
}

export function periodText({
  year,
  month,
}: {
  readonly year: number
  readonly month: number | null
}): string {
  return month === null ? `${String(year)} 年` : `${String(year)} 年 ${String(month)} 月`
}

const unconfirmed = '新登记或改过，等第二人核对'

function accountPoints(
  ctx: QueryContext,
  { accounts, applications, rosterLines }: VisitorFacts,
): OpenPoint[] {
  const active = accounts.filter(({ status }) => status === 'active')
  const isPaid = applications.length + rosterLines.length > 0
  if (active.length === 0) return isPaid ? [{ kind: 'no-account' }] : []
  return active.flatMap((account): OpenPoint[] => {
    const { accountId, accountMasked } = account
    const isGuardians = account.holderKind === 'guardian'
    return [
      ...account.warnings.map((doubt): OpenPoint =>
        doubt === unconfirmed
          ? { kind: 'account-unconfirmed', accountId, accountMasked }
          : { kind: 'account-doubt', accountId, accountMasked, doubt, isGuardians },
      ),
      ...account.authorisations
        .filter(({ endedOn, validTo }) => endedOn === null && validTo < addDays(ctx.today(), toldAheadDays))
        .map(({ authorisationId, kind, name, validTo }): OpenPoint => ({
          ...{ kind: 'authorisation-ends', authorisationId, of: kind, name, validTo },
          isOver: validTo < ctx.today(),
        })),
    ]
  })
}

async function listedPoints(ctx: QueryContext, { person }: VisitorFacts): Promise<OpenPoint[]> {
  const listed = await listListedOf(ctx.reader, person.idNumber)
  const seesCertificates = (listKindTerms['disability-certificates'].serves ?? []).some((programmeCode) =>
    inScopeOf(ctx.scope, { programmeCode }),
  )
  const soon = addDays(ctx.today(), toldAheadDays)
  return listed.flatMap(({ kind, onDay, untilDay }): OpenPoint[] => {
    if (kind === 'deceased') return person.status === 'dead' ? [] : [{ kind: 'listed-dead', on: onDay }]
    if (untilDay === null || untilDay >= soon || !seesCertificates) return []
    return [{ kind: 'certificate-ends', until: untilDay, isOver: untilDay < ctx.today() }]
  })
}

function registerPoints({ person, household }: VisitorFacts): OpenPoint[] {
  const points: OpenPoint[] = []
  if (household === null) points.push({ kind: 'no-household' })
  if (household?.householderPending === true) points.push({ kind: 'no-householder' })
  if (person.idUpgraded === 1) points.push({ kind: 'old-id-number' })
  if (person.phone === '' && person.status === 'registered') points.push({ kind: 'no-phone' })
  return points
}

async function surveyPoints(ctx: QueryContext, householdId: string | undefined): Promise<OpenPoint[]> {
  if (householdId === undefined) return []
  const visits = await listOpenVisits(ctx.reader, ctx.scope, householdId)
  const papers = await listPapersOut(ctx.reader, ctx.scope, householdId)
  return [
    ...visits.flatMap(({ id: taskId, roundName, conflicts, ...visit }): OpenPoint[] => [
      ...(visit.state === 'visited' ? [] : [{ kind: 'visit' as const, taskId, roundName, ...visit }]),
      ...(conflicts > 0 ? [{ kind: 'conflict' as const, taskId, roundName, count: conflicts }] : []),
    ]),
    ...papers.map(({ id: documentId, serial, pages }): OpenPoint => ({
      ...{ kind: 'page-missing', documentId, serial, pages },
    })),
  ]
}
