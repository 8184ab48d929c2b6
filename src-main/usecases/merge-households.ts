import { mergeHouseholds } from '../domain/household/merge.ts'
import { membersOf } from '../domain/household/picture.ts'
import type { Relations } from '../domain/household/relations.ts'
import { readPicture } from '../store/household-picture.ts'
import { getHousehold } from '../store/household-queries.ts'
import { moveParcels } from '../store/land-queries.ts'
import type { CommandContext } from './context.ts'
import { type EventInput, getForEvent, recordEvent, type RecordedEvent } from './household-event.ts'

export interface MergeInput extends EventInput {
  /** The household that ends in this one. */
  readonly otherHouseholdId: string
  readonly headId: string | null
  readonly relations: Relations
}

/** 合户 — everybody of another household moves into this one, its parcels with them; the other ends. */
export async function mergeInto(ctx: CommandContext, input: MergeInput): Promise<RecordedEvent> {
  const household = await getForEvent(ctx, input)
  const other = await getHousehold(ctx.writer, ctx.scope, input.otherHouseholdId)
  const before = await readPicture(ctx.writer, { householdIds: [household.id, other.id] })
  const { headId, relations, happenedOn: day } = input
  const merge = { householdId: household.id, otherId: other.id, headId, relations, day }
  const outcome = mergeHouseholds(before, merge)
  const movers = membersOf(before, other.id).map((person) => [person.id, 'mover'])
  const parts = { ...Object.fromEntries(movers), ...(headId === null ? {} : { [headId]: 'householder' }) }
  const happening = { kind: 'merge' as const, input, otherHouseholdId: other.id, parts }
  const event = await recordEvent(ctx, happening, before, outcome)
  await moveParcels(ctx.writer, other.id, household.id)
  return event
}
