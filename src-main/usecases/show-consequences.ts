import type { ApplicationStatus } from '../domain/application-status.ts'
import type { Day } from '../domain/day.ts'
import { membersOf } from '../domain/household/picture.ts'
import { listOnTheWay } from '../store/application-payee.ts'
import type { StoredApplication } from '../store/application-queries.ts'
import { readPicture } from '../store/household-picture.ts'
import { getPerson } from '../store/person-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import type { QueryContext } from './context.ts'
import { outcomeOf } from './take-over.ts'

/** 后果预告 — what a death or a take-over would do to every record on its way, before anything is recorded. */
export async function showConsequences(ctx: QueryContext, input: { personId: string; diedOn: Day | null }) {
  const person = await getPerson(ctx.reader, ctx.scope, input.personId)
  const livesOn = await somebodyLivesOn(ctx, person)
  const theirs = (scope: 'all' | readonly string[]) => recordsOf(ctx, person.id, scope)
  const own = await theirs(ctx.scope.programmes)
  const settling = { from: person, diedOn: input.diedOn, livesOn }
  return {
    applications: await Promise.all(own.map((application) => previewOf(ctx, settling, application))),
    ofOtherOffices: (await theirs('all')).length - own.length,
  }
}

async function somebodyLivesOn(ctx: QueryContext, person: { id: string; householdId: string | null }) {
  if (person.householdId === null) return false
  const picture = await readPicture(ctx.reader, { householdIds: [person.householdId] })
  return membersOf(picture, person.householdId).some(({ id }) => id !== person.id)
}

async function recordsOf(ctx: QueryContext, personId: string, programmes: 'all' | readonly string[]) {
  const scope = { programmes, villages: 'all' } as const
  const own = await listOnTheWay(ctx.reader, scope, 'beneficiaryId', [personId])
  const paid = await listOnTheWay(ctx.reader, scope, 'payeeId', [personId])
  return [...new Map([...own, ...paid].map((one) => [one.id, one])).values()]
}

async function previewOf(
  ctx: QueryContext,
  settling: Parameters<typeof outcomeOf>[0],
  application: StoredApplication,
) {
  const { terms } = await getTerms(ctx.reader, application.termsId)
  const outcome = outcomeOf(settling, application, terms)
  const { programmeCode, year, status, amountFen, areaCentiMu } = application
  return {
    applicationId: application.id,
    programmeCode,
    programmeName: terms.name,
    year,
    status: status as ApplicationStatus,
    amountFen,
    areaCentiMu,
    outcome: outcome.kind,
    until: outcome.kind === 'pay-until' ? outcome.until : null,
  }
}
