import { type Period, raiseDataMark, readDataMark } from '../store/application-queries.ts'
import { type CheckRun, carryChecksOn, listStandingChecks } from '../store/check-queries.ts'
import { listEventHouseholds, listEventPeople } from '../store/household-event-queries.ts'
import { listTouchedApplications, type Touched } from '../store/near-lines.ts'
import { getActiveTerms } from '../store/programme-queries.ts'
import { checkNearby } from './check-nearby.ts'
import type { CommandContext } from './context.ts'

/**
 * 变动即重查 — does some work and has the checks look again, in the same transaction, at whoever it touched in every
 * period whose checks had seen everything before; where nobody was touched they stand for the new data as well. A
 * period nobody has checked, or whose checks were behind already, waits for its next check.
 */
export async function rechecked<R>(
  ctx: CommandContext,
  touchedBy: (result: R) => Touched | Promise<Touched>,
  work: () => Promise<R>,
): Promise<R> {
  const standing = await listStandingChecks(ctx.writer)
  const before = await readDataMark(ctx.writer)
  const result = await work()
  if (standing.length > 0 && (await readDataMark(ctx.writer)) !== before)
    await checkTouched(ctx, standing, await touchedBy(result))
  return result
}

async function checkTouched(
  ctx: CommandContext,
  standing: readonly (Period & CheckRun)[],
  touched: Touched,
): Promise<void> {
  const applications = listTouchedApplications(ctx.writer, touched)
  const idsOf = Map.groupBy(applications, periodKey)
  const isTouched = (period: Period) => idsOf.has(periodKey(period))
  for (const { programmeCode, year, ...run } of standing.filter(isTouched)) {
    const period = { programmeCode, year }
    const stored = await getActiveTerms(ctx.writer, programmeCode, year)
    const applicationIds = (idsOf.get(periodKey(period)) ?? []).map(({ id }) => id)
    await checkNearby(ctx, { period, stored, run, applicationIds })
  }
  const untouched = standing.filter((period) => !isTouched(period))
  await carryChecksOn(ctx.writer, untouched, await readDataMark(ctx.writer))
}

function periodKey({ programmeCode, year }: Period): string {
  return `${programmeCode}:${String(year)}`
}

/** 条款变了 — the checks of one period have to look again; those of all others stand. */
export async function outdateChecksOf(ctx: CommandContext, period: Period): Promise<void> {
  const others = (await listStandingChecks(ctx.writer)).filter(
    ({ programmeCode, year }) => programmeCode !== period.programmeCode || year !== period.year,
  )
  await raiseDataMark(ctx.writer)
  await carryChecksOn(ctx.writer, others, await readDataMark(ctx.writer))
}

/** Everybody and every household an event had to do with. */
export async function touchedByEvent(ctx: CommandContext, eventId: string): Promise<Touched> {
  const people = await listEventPeople(ctx.writer, [eventId])
  const householdIds = await listEventHouseholds(ctx.writer, eventId)
  return { personIds: people.map(({ personId }) => personId), householdIds }
}
