import { parseIdNumber } from '../domain/id-number.ts'
import { moveIn, moveOut } from '../domain/household/move.ts'
import type { Relations } from '../domain/household/relations.ts'
import { Problem } from '../domain/problem.ts'
import type { PersonField } from '../domain/register-fields.ts'
import { readPicture } from '../store/household-picture.ts'
import { findPersonByIdNumber, getPerson } from '../store/person-queries.ts'
import { insertPeople } from '../store/register-writing.ts'
import type { CommandContext } from './context.ts'
import {
  type EventInput,
  getForEvent,
  recordEvent,
  type RecordedEvent,
  refuseFuture,
} from './household-event.ts'
import { beginHousehold, type NewHouseholdInput } from './new-household.ts'
import { parseChanges } from './parse-changes.ts'

type Typed = Readonly<Partial<Record<PersonField, string | undefined>>>

export interface MoveInInput extends Omit<EventInput, 'householdId' | 'version'> {
  readonly into: { readonly householdId: string; readonly version: number } | NewHouseholdInput
  readonly people: readonly (
    | { readonly personId: string; readonly relation: string }
    | { readonly values: Typed; readonly relation: string }
  )[]
  /** The place in `people` of who heads the household; null leaves it as it is. */
  readonly headAt: number | null
  readonly from: string
}

/** 迁入 — people new to the township, back in it, or from another household of it, into a household or one of their own. */
export async function recordMoveIn(
  ctx: CommandContext,
  input: MoveInInput,
): Promise<RecordedEvent & { householdId: string }> {
  refuseFuture(ctx, input.happenedOn, 'happenedOn')
  const isNew = !('householdId' in input.into)
  const household =
    'householdId' in input.into ? await getForEvent(ctx, { ...input, ...input.into }) : undefined
  const people = []
  for (const [at, one] of input.people.entries()) people.push(await personOf(ctx, one, at))
  const personIds = people.map(({ personId }) => personId)
  const householdIds = household === undefined ? [] : [household.id]
  const before = await readPicture(ctx.writer, { householdIds, personIds })
  const householdId = household?.id ?? (await begin(ctx, input))
  const headId = input.headAt === null ? null : (personIds[input.headAt] ?? null)
  const relations = Object.fromEntries(people.map(({ personId, relation }) => [personId, relation]))
  const coming = { householdId, isNew, personIds, headId, from: input.from, relations, day: input.happenedOn }
  const outcome = moveIn(before, coming)
  const parts = Object.fromEntries(personIds.map((id) => [id, id === headId ? 'householder' : 'mover']))
  const recorded = { ...input, householdId, version: 0 }
  const happening = { kind: 'move-in' as const, input: recorded, parts, facts: { place: input.from } }
  const event = await recordEvent(ctx, happening, before, outcome)
  return { ...event, householdId }
}

function begin(ctx: CommandContext, { into }: MoveInInput): Promise<string> {
  if ('householdId' in into) throw new Problem('record.stale', { what: '户' })
  return beginHousehold(ctx, into, `迁入-${ctx.today().replaceAll('-', '')}`)
}

/** Somebody registered already must be within sight; somebody typed must be nobody the register knows. */
async function personOf(
  ctx: CommandContext,
  one: MoveInInput['people'][number],
  at: number,
): Promise<{ personId: string; relation: string }> {
  const { relation } = one
  if ('personId' in one) {
    const person = await getPerson(ctx.writer, ctx.scope, one.personId)
    return { personId: person.id, relation }
  }
  return { personId: await registerNew(ctx, one.values, at), relation }
}

async function registerNew(ctx: CommandContext, typed: Typed, at: number): Promise<string> {
  const changes = parseChanges({ name: '', idNumber: '', ...typed }, `people.${String(at)}.`)
  const { name = '', idNumber = '', ethnicity = '', hukouKind = '', phone = '', remark = '' } = changes
  const known = await findPersonByIdNumber(ctx.writer, idNumber)
  if (known !== undefined) throw new Problem('register.id-number-taken', { name: known.name })
  const id = ctx.newId()
  const said = {
    name,
    idNumber,
    ...saidBy(typed.idNumber ?? ''),
    ethnicity,
    hukouKind,
    phone,
    remark,
    relation: '',
  }
  const source = {
    enteredBy: ctx.actor.userId,
    batchId: null,
    line: null,
    createdAt: ctx.now().toISOString(),
  }
  insertPeople(ctx.writer, [{ id, householdId: null, ...said, ...source }])
  return id
}

function saidBy(idNumber: string) {
  const parsed = parseIdNumber(idNumber)
  if (!parsed.ok) throw new Error('an ID number that was taken cannot be read')
  return { sex: parsed.sex, birthDate: parsed.birthDate, idUpgraded: parsed.upgraded15 ? 1 : 0 } as const
}

export interface MoveOutInput extends EventInput {
  readonly personIds: readonly string[]
  readonly to: string
  readonly successorId: string | null
  readonly relations: Relations
}

/** 迁出 — some or all leave the township. What is paid to them is for the checks and the reviewer to judge. */
export async function recordMoveOut(ctx: CommandContext, input: MoveOutInput): Promise<RecordedEvent> {
  const household = await getForEvent(ctx, input)
  const before = await readPicture(ctx.writer, { householdIds: [household.id] })
  const { personIds, to, successorId, relations, happenedOn: day } = input
  const leaving = { householdId: household.id, personIds, to, successorId, relations, day }
  const outcome = moveOut(before, leaving)
  const head = successorId === null ? {} : { [successorId]: 'householder' }
  const parts = { ...Object.fromEntries(personIds.map((id) => [id, 'mover'])), ...head }
  return recordEvent(ctx, { kind: 'move-out', input, parts, facts: { place: to } }, before, outcome)
}
