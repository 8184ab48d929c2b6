import { recordAudit } from '../store/audit.ts'
import type { CommandContext } from './context.ts'

/** Leaves a trace of what the calling person just did to one thing; details hold ids and counts, never people's data. */
export function trace(
  ctx: CommandContext,
  action: string,
  subject: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(ctx.writer, {
    at: ctx.now().toISOString(),
    actor: ctx.actor.userId,
    action,
    subject,
    details,
  })
}
