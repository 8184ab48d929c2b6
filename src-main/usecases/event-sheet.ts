import { dayInShanghai } from '../domain/day.ts'
import { idTail } from '../domain/id-number.ts'
import { villageTitle } from '../domain/village-name.ts'
import { renderEventSheet } from '../documents/event-sheet.tsx'
import type { FileRef } from '../ports/files.ts'
import { getTownship } from '../store/division-queries.ts'
import { listEventChanges } from '../store/history-queries.ts'
import {
  getHouseholdEvent,
  listEventApplications,
  listEventPeople,
} from '../store/household-event-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import { shownValue } from '../wording/change-sentences.ts'
import { eventLabels, eventSentence, outcomeLabels } from '../wording/event-sentences.ts'
import { fieldLabel } from '../wording/register-labels.ts'
import type { QueryContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { placeOf, toEventApplication } from './show-events.ts'
import { namesIn } from './show-history.ts'

type Print = (html: string) => Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }>

/** 家庭情况变更登记表 — the sheet of one event as it is on record, for the signatures and the file. */
export async function eventSheet(
  ctx: QueryContext,
  input: { eventId: string },
  print: Print,
): Promise<FileRef> {
  const event = await getHouseholdEvent(ctx.reader, ctx.scope, input.eventId)
  const household = await getHousehold(ctx.reader, { programmes: 'all', villages: 'all' }, event.householdId)
  const people = await listEventPeople(ctx.reader, [event.id])
  const { kind, serial, happenedOn, reason, source } = event
  const html = renderEventSheet({
    ...{ serial, happenedOn, reason, source },
    townshipName: (await getTownship(ctx.reader)).name,
    demonstration: await isDemonstration(ctx.reader),
    kind: eventLabels[kind],
    place: villageTitle(household.villageName) + household.groupName,
    householdNo: household.householdNo,
    what: eventSentence({ kind, people, place: placeOf(event) }),
    changes: await changesOf(ctx, event.id, people),
    applications: await applicationsOf(ctx, event.id),
    recordedBy: event.recordedByName,
    recordedOn: dayInShanghai(Date.parse(event.recordedAt)),
  })
  const { bytes, extension } = await print(html)
  return ctx.files.offer(`家庭情况变更登记表_${serial}.${extension}`, bytes)
}

async function changesOf(
  ctx: QueryContext,
  eventId: string,
  people: readonly { readonly personId: string; readonly idNumber: string }[],
) {
  const changes = await listEventChanges(ctx.reader, ctx.scope, eventId)
  const nameOf = await namesIn(ctx.reader, changes)
  const tails = new Map(people.map(({ personId, idNumber }) => [personId, `（${idTail(idNumber)}）`]))
  return changes.map(({ entityId, field, oldValue, newValue }) => ({
    whose: nameOf('', entityId) + (tails.get(entityId) ?? ''),
    field: fieldLabel(field),
    before: shownValue(field, oldValue, nameOf),
    after: shownValue(field, newValue, nameOf),
  }))
}

async function applicationsOf(ctx: QueryContext, eventId: string) {
  const kept = await listEventApplications(ctx.reader, ctx.scope, { eventIds: [eventId] })
  return kept.map(toEventApplication).map(({ year, programmeName, outcome, until }) => ({
    what: `${String(year)} 年${programmeName}`,
    outcome: until === null ? outcomeLabels[outcome] : `${outcomeLabels[outcome]}（${until}）`,
  }))
}
