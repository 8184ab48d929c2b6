import { saveCheckpoint, verifyAudit } from '../../store/audit-verification.ts'
import type { RunnersOf } from '../handler-types.ts'

export const auditRunners: RunnersOf<'audit'> = {
  /** 核对留痕链 — the whole chain from its first entry. */
  'audit.verify': async (ctx) => {
    const { entries, ok, brokenAt, head } = await verifyAudit(ctx.reader, {
      onProgress: (done, total) => ctx.progress('正在核对留痕链', done, total),
      breathe: () => ctx.breathe(),
    })
    if (ok) await ctx.inTransaction(({ writer, now }) => saveCheckpoint(writer, head, now().toISOString()))
    return { entries, ok, brokenAt, head: head.hash }
  },
}
