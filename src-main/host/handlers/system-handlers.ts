import { listAudit } from '../../store/audit.ts'
import { listBackups } from '../../store/backup.ts'
import { listUserNames } from '../../store/users-queries.ts'
import type { HandlersOf } from '../handler-types.ts'

export const systemHandlers: HandlersOf<'system'> = {
  audit: async ({ reader }, page) => {
    const names = await listUserNames(reader)
    const { rows, next, total } = await listAudit(reader, page)
    return {
      next,
      total,
      rows: rows.map(({ seq, at, actor, action, subject, details, hash }) => ({
        seq,
        at,
        actor: names.get(actor) ?? actor,
        action,
        subject,
        subjectName: names.get(subject) ?? null,
        details: { ...details },
        hash,
      })),
    }
  },
  backups: ({ host }) => listBackups(host.folder),
}
