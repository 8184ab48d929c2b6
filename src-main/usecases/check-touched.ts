import { listPeriodsOnTheWay } from '../store/application-payee.ts'
import { findLatestRun } from '../store/check-queries.ts'
import { listEventHouseholds, listEventPeople } from '../store/household-event-queries.ts'
import { findActiveTerms } from '../store/programme-queries.ts'
import { recheckPeriod } from './check-period.ts'
import type { CommandContext } from './context.ts'

interface Touched {
  readonly personIds: readonly string[]
  readonly householdIds: readonly string[]
}

/**
 * 变动即重查 — whoever was linked, moved or buried may stand in a finding or be missing from one: the checks of every
 * period in which they or their household have a record on its way look again in the same transaction. A period
 * nobody has checked yet, or without terms in force, waits for its first check.
 */
export async function checkTouched(ctx: CommandContext, touched: Touched): Promise<void> {
  for (const period of await listPeriodsOnTheWay(ctx.writer, touched)) {
    const terms = await findActiveTerms(ctx.writer, period.programmeCode, period.year)
    const run = await findLatestRun(ctx.writer, period)
    if (terms !== undefined && run !== undefined) await recheckPeriod(ctx, period)
  }
}

/** The same for everybody and every household an event had to do with. */
export async function checkAfterEvent(ctx: CommandContext, eventId: string): Promise<void> {
  const people = await listEventPeople(ctx.writer, [eventId])
  const householdIds = await listEventHouseholds(ctx.writer, eventId)
  await checkTouched(ctx, { personIds: people.map(({ personId }) => personId), householdIds })
}
