import { Problem } from '../domain/problem.ts'
import { findReceived, saveDecision } from '../store/fieldwork-package-queries.ts'
import type { JobContext } from './context.ts'
import { refuseElsewhere } from './machine-here.ts'
import { openFieldwork } from './open-fieldwork.ts'
import { applyFieldwork } from './receive-fieldwork.ts'
import { trace } from './trace.ts'

interface Decision {
  readonly packageId: string
  readonly take: boolean
  readonly reason: string
}

/**
 * 吊销以后到的包 — a person says whether it was written before the laptop was lost. Taken it merges like any other;
 * not taken it stays readable and can still be taken later.
 */
export async function decideHeld(ctx: JobContext, { packageId, take, reason }: Decision) {
  await refuseElsewhere(ctx, 'office')
  const held = await findReceived(ctx.reader, packageId)
  if (held === undefined) throw new Problem('record.not-found', { what: '摸底包' })
  if (!take) return decline(ctx, packageId, reason)
  ctx.progress('验证并合并', 0, 1)
  const found = await openFieldwork(ctx, held.fileName, await ctx.vault.read(held.fileSha256))
  if (found.from === 'own') throw new Problem('record.not-found', { what: '摸底包' })
  return ctx.inTransaction(async (command) => {
    const outcome = await applyFieldwork(command, found.machine, found.opened, () => ctx.breathe())
    const decided = { by: ctx.actor.userId, at: ctx.now().toISOString(), reason }
    const saved = { status: 'applied', outcome: JSON.stringify(outcome), ...decided } as const
    if (!(await saveDecision(command.writer, packageId, saved)))
      throw new Problem('record.stale', { what: '摸底包' })
    await trace(command, 'fieldwork.take-held', packageId, { reason, ...outcome })
    return outcome
  })
}

async function decline(ctx: JobContext, packageId: string, reason: string) {
  const nothing = { households: 0, edits: 0, newEdits: 0, evidence: 0, found: 0, newConflicts: 0 }
  await ctx.inTransaction(async (command) => {
    const decided = { by: ctx.actor.userId, at: ctx.now().toISOString(), reason }
    const saved = { status: 'declined', outcome: JSON.stringify(nothing), ...decided } as const
    if (!(await saveDecision(command.writer, packageId, saved)))
      throw new Problem('record.stale', { what: '摸底包' })
    await trace(command, 'fieldwork.decline-held', packageId, { reason })
  })
  return nothing
}
