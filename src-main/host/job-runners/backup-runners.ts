import { recordAudit } from '../../store/audit.ts'
import { makeBackup } from '../../store/backup.ts'
import type { RunnersOf } from '../handler-types.ts'

export const backupRunners: RunnersOf<'backup'> = {
  /** 备份 — a whole, verified copy of the data folder. */
  'backup.make': async (ctx) => {
    ctx.progress('正在备份并核对', 0, 1)
    const made = await makeBackup(ctx.store, ctx.now())
    await ctx.inTransaction(({ actor, now, writer }) =>
      recordAudit(writer, {
        at: now().toISOString(),
        actor: actor.userId,
        action: 'backup.make',
        subject: made.name,
        details: { size: made.size, brokenFiles: made.brokenFiles },
      }),
    )
    return made
  },
}
