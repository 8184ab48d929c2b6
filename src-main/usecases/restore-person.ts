import { restorePerson } from '../domain/household/death.ts'
import { Problem } from '../domain/problem.ts'
import { readPicture } from '../store/household-picture.ts'
import { getPerson } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'
import { type EventInput, getForEvent, recordEvent, type RecordedEvent } from './household-event.ts'

export interface RestoreInput extends EventInput {
  readonly personId: string
  readonly relation: string
}

/** 恢复登记 — a death or a departure that was recorded and is not true. What was stopped is opened again by the review. */
export async function recordRestore(ctx: CommandContext, input: RestoreInput): Promise<RecordedEvent> {
  const household = await getForEvent(ctx, input)
  const person = await getPerson(ctx.writer, ctx.scope, input.personId)
  if (person.householdId !== household.id)
    throw new Problem('household.event-refused', { rule: 'not-a-member' })
  const before = await readPicture(ctx.writer, { householdIds: [household.id] })
  const outcome = restorePerson(before, { personId: person.id, relation: input.relation })
  return recordEvent(ctx, { kind: 'restore', input, parts: { [person.id]: 'restored' } }, before, outcome)
}
