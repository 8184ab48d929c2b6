import type { Day } from '../domain/day.ts'
import { recordDeath } from '../domain/household/death.ts'
import { membersOf } from '../domain/household/picture.ts'
import type { Relations } from '../domain/household/relations.ts'
import { Problem } from '../domain/problem.ts'
import { readPicture } from '../store/household-picture.ts'
import { getPerson } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'
import { type EventInput, getForEvent, recordEvent, type RecordedEvent } from './household-event.ts'
import { settleApplications, type TakeOver } from './take-over.ts'

export interface DeathInput extends EventInput {
  readonly personId: string
  /** Who heads the household where its head died; null leaves it 户主待补. */
  readonly headId: string | null
  readonly relations: Relations
  readonly takeOver: TakeOver | null
}

/**
 * 死亡 in one go (field-notes 3): the death with its day and source, the next householder, who goes on with what the
 * household is paid and to which card, and every record on its way as its programme's terms say.
 */
export async function recordDeathOf(ctx: CommandContext, input: DeathInput): Promise<RecordedEvent> {
  const household = await getForEvent(ctx, input)
  const person = await getPerson(ctx.writer, ctx.scope, input.personId)
  if (person.householdId !== household.id)
    throw new Problem('household.event-refused', { rule: 'not-a-member' })
  refuseBeforeBirth(input.happenedOn, person.birthDate)
  const before = await readPicture(ctx.writer, { householdIds: [household.id] })
  const { headId, relations, source, takeOver, happenedOn: diedOn } = input
  const outcome = recordDeath(before, { personId: person.id, diedOn, source, successorId: headId, relations })
  const heir = takeOver?.successorId
  const parts = {
    ...(headId === null ? {} : { [headId]: 'householder' }),
    ...(heir === undefined ? {} : { [heir]: heir === headId ? 'successor-householder' : 'successor' }),
    [person.id]: 'dead',
  }
  const event = await recordEvent(ctx, { kind: 'death', input, parts }, before, outcome)
  const reason = `${person.name}死亡：${input.reason}`
  const livesOn = outcome.ok && membersOf(outcome.picture, household.id).length > 0
  const settling = { eventId: event.eventId, from: person, diedOn, takeOver, livesOn, reason }
  await settleApplications(ctx, settling)
  return event
}

function refuseBeforeBirth(diedOn: Day, birthDate: Day): void {
  if (diedOn < birthDate)
    throw new Problem('input.invalid', { fields: [{ path: 'happenedOn', rule: 'before-birth' }] })
}
