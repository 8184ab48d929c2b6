import type { Day } from '../domain/day.ts'
import type { EvidenceKind } from '../domain/evidence.ts'
import { rechecked, touchedByEvent } from './check-touched.ts'
import type { CommandContext } from './context.ts'
import { type AttachContext, bindEvidence } from './evidence.ts'
import type { RecordedEvent } from './household-event.ts'
import { keepEvidence, readEvidence } from './keep-evidence.ts'

interface Proof<R> {
  readonly fileToken: string | null
  readonly kind: EvidenceKind
  readonly happenedOn: Day
  subjectOf(event: R): { readonly kind: 'household' | 'person'; readonly id: string }
}

/** Records an event in one transaction, has the checks look again, with the scan it is known from bound to whom it is about. */
export async function withProof<R extends RecordedEvent>(
  ctx: AttachContext,
  { fileToken, kind, happenedOn, subjectOf }: Proof<R>,
  record: (command: CommandContext) => Promise<R>,
): Promise<R> {
  const file = fileToken === null ? undefined : await readEvidence(ctx, fileToken)
  return ctx.inTransaction(async (command) => {
    const touchedBy = ({ eventId }: R) => touchedByEvent(command, eventId)
    const event = await rechecked(command, touchedBy, () => record(command))
    if (file === undefined) return event
    const fileSha256 = await keepEvidence(command, file, 'evidence')
    const binding = { subject: subjectOf(event), kind, title: '', programmeCode: null, fileSha256 }
    const day = { source: 'stated', on: happenedOn } as const
    await bindEvidence(command, { ...binding, day, origin: { kind: 'event', id: event.eventId } })
    return event
  })
}
