import { readPicture } from '../store/household-picture.ts'
import { getPerson } from '../store/person-queries.ts'
import { Problem } from '../domain/problem.ts'
import type { CommandContext } from './context.ts'
import { type EventInput, getForEvent, recordEvent, type RecordedEvent } from './household-event.ts'
import { settleApplications, type TakeOver } from './take-over.ts'

export interface TakeOverInput extends EventInput {
  readonly fromPersonId: string
  readonly takeOver: TakeOver
}

/**
 * 承接 by itself: of somebody who has died or left – what another office answers for, or what waited for a card – or
 * of the former householder by the present one.
 */
export async function recordTakeOver(ctx: CommandContext, input: TakeOverInput): Promise<RecordedEvent> {
  const household = await getForEvent(ctx, input)
  const from = await getPerson(ctx.writer, ctx.scope, input.fromPersonId)
  const { successorId } = input.takeOver
  const picture = await readPicture(ctx.writer, { householdIds: [household.id] })
  const successor = picture.people.get(successorId)
  const isMember = successor?.status === 'registered' && successor.householdId === household.id
  if (!isMember || from.householdId !== household.id || from.id === successorId)
    throw new Problem('household.event-refused', { rule: 'not-a-member' })
  if (from.status === 'registered' && household.householderId !== successorId)
    throw new Problem('household.event-refused', { rule: 'successor-not-householder' })
  const parts = { [from.id]: 'from', [successorId]: 'successor' }
  const event = await recordEvent(ctx, { kind: 'take-over', input, parts }, picture, { ok: true, picture })
  const settling = { eventId: event.eventId, from, diedOn: from.diedOn, takeOver: input.takeOver }
  const reason = `承接${from.name}：${input.reason}`
  await settleApplications(ctx, { ...settling, livesOn: true, reason })
  return event
}
