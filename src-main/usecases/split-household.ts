import { splitHousehold } from '../domain/household/split.ts'
import type { Relations } from '../domain/household/relations.ts'
import { readPicture } from '../store/household-picture.ts'
import type { CommandContext } from './context.ts'
import { type EventInput, getForEvent, recordEvent, type RecordedEvent } from './household-event.ts'
import { beginHousehold, type NewHouseholdInput } from './new-household.ts'

export interface SplitInput extends EventInput {
  readonly memberIds: readonly string[]
  readonly newHeadId: string
  readonly remainingHeadId: string | null
  readonly relations: Relations
  readonly newHousehold: NewHouseholdInput
}

/** 分户 — some members become a household of their own, with its number, place and head. */
export async function splitOff(
  ctx: CommandContext,
  input: SplitInput,
): Promise<RecordedEvent & { householdId: string }> {
  const household = await getForEvent(ctx, input)
  const before = await readPicture(ctx.writer, { householdIds: [household.id] })
  const newHouseholdId = await beginHousehold(ctx, input.newHousehold, household.householdNo)
  const { memberIds, newHeadId, remainingHeadId, relations, happenedOn: day } = input
  const split = { householdId: household.id, newHouseholdId, memberIds, newHeadId, remainingHeadId }
  const outcome = splitHousehold(before, { ...split, relations, day })
  const parts = {
    ...Object.fromEntries(memberIds.map((id) => [id, 'mover'])),
    ...(remainingHeadId === null ? {} : { [remainingHeadId]: 'householder' }),
    [newHeadId]: 'new-householder',
  }
  const happening = { kind: 'split' as const, input, otherHouseholdId: newHouseholdId, parts }
  const event = await recordEvent(ctx, happening, before, outcome)
  return { ...event, householdId: newHouseholdId }
}
