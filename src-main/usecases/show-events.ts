import type { DeathOutcome } from '../domain/household/death-outcome.ts'
import {
  listEventApplications,
  listEventPeople,
  listHouseholdEvents,
} from '../store/household-event-queries.ts'
import { eventSentence } from '../wording/event-sentences.ts'
import type { QueryContext } from './context.ts'
import type { OriginalCase } from './take-over.ts'

/** 家庭事件 of a household, newest first; what they did to applications only of the caller's programmes. */
export async function showEvents(ctx: QueryContext, householdId: string) {
  const events = await listHouseholdEvents(ctx.reader, householdId)
  const eventIds = events.map(({ id }) => id)
  const people = Map.groupBy(await listEventPeople(ctx.reader, eventIds), ({ eventId }) => eventId)
  const applications = Map.groupBy(
    await listEventApplications(ctx.reader, ctx.scope, { eventIds }),
    ({ eventId }) => eventId,
  )
  return events.map((event) => ({
    eventId: event.id,
    serial: event.serial,
    kind: event.kind,
    happenedOn: event.happenedOn,
    reason: event.reason,
    source: event.source,
    what: eventSentence({ kind: event.kind, people: people.get(event.id) ?? [], place: placeOf(event) }),
    otherHouseholdId: event.householdId === householdId ? event.otherHouseholdId : event.householdId,
    otherHouseholdNo: event.householdId === householdId ? event.otherHouseholdNo : event.householdNo,
    recordedBy: event.recordedByName,
    recordedAt: event.recordedAt,
    applications: (applications.get(event.id) ?? []).map(toEventApplication),
  }))
}

/** 原案 — an application as it stood before each event that changed whom it is for or paid to. */
export async function showOriginalCases(ctx: QueryContext, applicationId: string) {
  const kept = await listEventApplications(ctx.reader, ctx.scope, { applicationId })
  return kept.map(({ eventId, serial, kind, happenedOn, before }) => {
    const { accountTail, ...stood } = JSON.parse(before) as OriginalCase
    return { eventId, serial, kind, happenedOn, ...stood, accountMasked: `…${accountTail}` }
  })
}

export function placeOf(event: { readonly facts: string }): string {
  return (JSON.parse(event.facts) as { place?: string }).place ?? ''
}

export function toEventApplication(row: {
  readonly applicationId: string
  readonly programmeCode: string
  readonly programmeName: string
  readonly year: number
  readonly outcome: string
  readonly until: string | null
}) {
  const { applicationId, programmeCode, programmeName, year, until } = row
  const outcome = row.outcome as DeathOutcome['kind']
  return { applicationId, programmeCode, programmeName, year, outcome, until }
}
