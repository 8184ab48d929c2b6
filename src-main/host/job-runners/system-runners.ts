import { makeBackup } from '../../store/backup.ts'
import { saveCheckpoint, verifyAudit } from '../../store/audit-verification.ts'
import type { Runner, RunnersOf } from '../handler-types.ts'

/** 备份 — a whole, verified copy of the data folder. */
const backUp: Runner<'backup.make'> = async (ctx) => {
  ctx.progress('正在备份并核对', 0, 1)
  return makeBackup(ctx)
}

/** 核对留痕链 — the whole chain from its first entry. */
const verifyChain: Runner<'audit.verify'> = async (ctx) => {
  const { entries, ok, brokenAt, head } = await verifyAudit(ctx.reader, {
    onProgress: (done, total) => ctx.progress('正在核对留痕链', done, total),
    breathe: () => ctx.breathe(),
  })
  if (ok) await ctx.inTransaction(({ writer, now }) => saveCheckpoint(writer, head, now().toISOString()))
  return { entries, ok, brokenAt, head: head.hash }
}

export const backupRunners: RunnersOf<'backup'> = { 'backup.make': backUp }
export const auditRunners: RunnersOf<'audit'> = { 'audit.verify': verifyChain }
