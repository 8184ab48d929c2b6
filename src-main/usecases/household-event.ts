import type { HouseholdEventKind } from '../domain/household/event-kind.ts'
import type { HouseholdState, Outcome, PersonState, Picture } from '../domain/household/picture.ts'
import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { listOnTheWay } from '../store/application-payee.ts'
import { saveApplication } from '../store/application-queries.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { insertHouseholdEvent, nextEventSerial } from '../store/household-event-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import { saveHousehold } from '../store/household-writing.ts'
import { getPersonAnywhere, savePerson } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'
import { type ChangeWhy, recordChanges } from './record-changes.ts'
import { trace } from './trace.ts'

/** What every event is recorded with. */
export interface EventInput {
  readonly householdId: string
  /** As the household page was read; somebody else's event in between refuses this one. */
  readonly version: number
  readonly happenedOn: Day
  readonly reason: string
  /** 依据 — the paper or the office it is known from. */
  readonly source: string
}

export interface RecordedEvent {
  readonly eventId: string
  readonly serial: string
}

interface Happening {
  readonly kind: HouseholdEventKind
  readonly input: EventInput
  readonly otherHouseholdId?: string | null
  /** What each person had to do with it: `dead`, `successor`, `mover`, `householder`. */
  readonly parts: Readonly<Record<string, string>>
  readonly facts?: Readonly<Record<string, unknown>>
}

/** The household as the page saw it; an event that lies in the future has not happened. */
export async function getForEvent(ctx: CommandContext, input: EventInput) {
  const household = await getHousehold(ctx.writer, ctx.scope, input.householdId)
  if (household.version !== input.version) throw new Problem('record.stale', { what: '户' })
  refuseFuture(ctx, input.happenedOn, 'happenedOn')
  return household
}

export function refuseFuture(ctx: CommandContext, day: Day, path: string): void {
  if (day > ctx.today()) throw new Problem('input.invalid', { fields: [{ path, rule: 'not-in-future' }] })
}

/**
 * 记一件家庭事件 — the event, every value it changes with its history, the applications that go along, and the mark
 * that the checks have to look again: all in the command's transaction, or nothing.
 */
export async function recordEvent(
  ctx: CommandContext,
  happening: Happening,
  before: Picture,
  outcome: Outcome,
): Promise<RecordedEvent> {
  if (!outcome.ok) throw new Problem('household.event-refused', { rule: outcome.rule })
  const { kind, input, otherHouseholdId = null, parts, facts = {} } = happening
  const { householdId, happenedOn, reason, source } = input
  const eventId = ctx.newId()
  const serial = await nextEventSerial(ctx.writer, ctx.today().slice(0, 4))
  await insertHouseholdEvent(
    ctx.writer,
    {
      ...{ id: eventId, serial, kind, householdId, otherHouseholdId, happenedOn, reason, source },
      facts: JSON.stringify(facts),
      recordedBy: ctx.actor.userId,
      recordedAt: ctx.now().toISOString(),
    },
    parts,
  )
  const why = { reason, eventId }
  await savePicture(ctx, before, outcome.picture, why)
  await raiseDataMark(ctx.writer)
  const traced = { eventId, event: serial, happenedOn, otherHouseholdId }
  await trace(ctx, `household.${kind}`, householdId, traced)
  return { eventId, serial }
}

async function savePicture(
  ctx: CommandContext,
  before: Picture,
  after: Picture,
  why: ChangeWhy,
): Promise<void> {
  const touched = new Set<string | null>()
  for (const person of after.people.values()) {
    const stood = before.people.get(person.id) ?? person
    const isChanged = await savePersonState(ctx, stood, person, why)
    if (isChanged) touched.add(stood.householdId).add(person.householdId)
  }
  for (const household of after.households.values()) {
    const stood = before.households.get(household.id) ?? begun(household.id)
    await saveHouseholdState(ctx, stood, household, { ...why, isTouched: touched.has(household.id) })
  }
}

/** A household an event makes is inserted with its number and village before, without anybody in it. */
function begun(id: string): HouseholdState {
  return { id, householderId: null, status: 'registered', endedOn: null }
}

async function saveHouseholdState(
  ctx: CommandContext,
  before: HouseholdState,
  after: HouseholdState,
  { isTouched, ...why }: ChangeWhy & { readonly isTouched: boolean },
): Promise<void> {
  const { id: _, ...values } = after
  const of = { entity: 'household', entityId: after.id } as const
  const changed = await recordChanges(ctx, of, { ...before }, values, why)
  if (changed.length === 0 && !isTouched) return
  const isPending = after.householderId === null && after.status === 'registered'
  const read = await getHousehold(ctx.writer, everywhere, after.id)
  await saveHousehold(ctx.writer, read, { ...values, householderPending: isPending ? 1 : 0 })
}

async function savePersonState(
  ctx: CommandContext,
  before: PersonState,
  after: PersonState,
  why: ChangeWhy,
): Promise<boolean> {
  const { id: _, ...values } = after
  const of = { entity: 'person', entityId: after.id } as const
  const changed = await recordChanges(ctx, of, { ...before }, values, why)
  if (changed.length === 0) return false
  await savePerson(ctx.writer, await getPersonAnywhere(ctx.writer, after.id), values)
  if (changed.includes('householdId')) await takeApplicationsAlong(ctx, after, why)
  return true
}

/** Records on their way follow the person they are for into the household they now live in. */
async function takeApplicationsAlong(
  ctx: CommandContext,
  { id, householdId }: PersonState,
  why: ChangeWhy,
): Promise<void> {
  for (const application of await listOnTheWay(ctx.writer, everywhere, 'beneficiaryId', [id])) {
    const of = { entity: 'application', entityId: application.id } as const
    await recordChanges(ctx, of, { householdId: application.householdId }, { householdId }, why)
    await saveApplication(ctx.writer, application, { householdId })
  }
}

/** Whoever may record an event in a household may record what follows from it in the household somebody comes from. */
const everywhere = { programmes: 'all', villages: 'all' } as const
