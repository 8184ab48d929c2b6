import { changeHouseholder } from '../domain/household/householder.ts'
import type { Relations } from '../domain/household/relations.ts'
import { readPicture } from '../store/household-picture.ts'
import type { CommandContext } from './context.ts'
import { type EventInput, getForEvent, recordEvent, type RecordedEvent } from './household-event.ts'

export interface NewHeadInput extends EventInput {
  readonly headId: string
  readonly relations: Relations
}

/** 户主变更 — another member heads the household. What is paid to whom stays: that is 承接, a step of its own. */
export async function nameNewHead(ctx: CommandContext, input: NewHeadInput): Promise<RecordedEvent> {
  const household = await getForEvent(ctx, input)
  const before = await readPicture(ctx.writer, { householdIds: [household.id] })
  const { headId, relations } = input
  const outcome = changeHouseholder(before, { householdId: household.id, headId, relations })
  const former = household.householderId === null ? {} : { [household.householderId]: 'former-householder' }
  const happening = {
    kind: 'change-householder' as const,
    input,
    parts: { ...former, [headId]: 'householder' },
  }
  return recordEvent(ctx, happening, before, outcome)
}
