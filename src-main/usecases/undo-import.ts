import { Problem } from '../domain/problem.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { reopenEntries } from '../store/external-entries.ts'
import { getImport, type ListImport, markUndone } from '../store/import-queries.ts'
import { writePagesEarly } from '../store/page-cache.ts'
import {
  batchesOf,
  countLaterChanges,
  listDependents,
  removeMade,
  restoreValues,
} from '../store/undo-import.ts'
import type { CommandContext, JobContext } from './context.ts'
import { getOwnImport, toImportView } from './list-log.ts'
import { trace } from './trace.ts'

interface UndoInput {
  readonly importId: string
  readonly reason: string
}

/**
 * 撤销导入 — takes an import back as a whole: what it changed stands as before, what it made is gone, what it ended
 * speaks again. Refused, naming them, while other records stand on it. The file and the log of it stay.
 */
export async function undoImport(ctx: JobContext, { importId, reason }: UndoInput) {
  const one = await getOwnImport(ctx, importId)
  const isOwn = one.importedBy === ctx.actor.userId
  if (!isOwn && ctx.scope.villages !== 'all') throw new Problem('permission.denied', { needs: 'importer' })
  await ctx.inTransaction(async (command) => {
    writePagesEarly(command.writer)
    await undo(ctx, command, await getImport(command.writer, importId), reason)
  })
  return toImportView(await getImport(ctx.reader, importId), ctx)
}

async function undo(
  ctx: JobContext,
  command: CommandContext,
  one: ListImport,
  reason: string,
): Promise<void> {
  const { writer } = command
  if (one.undoneAt !== null) throw new Problem('list.already-undone', { fileName: one.fileName })
  const batches = batchesOf(one.batches.map(({ id }) => id))
  ctx.progress('查看有没有别的记录用到', 0, 3)
  const later = countLaterChanges(writer, batches)
  const at = ctx.now().toISOString()
  const by = ctx.actor.userId
  restoreValues(writer, batches, { by, at, reason: `撤销导入《${one.fileName}》：${reason}` })
  await ctx.breathe()
  const dependents = [
    ...(later > 0 ? [{ what: 'change', rows: later }] : []),
    ...listDependents(writer, batches),
  ]
  if (dependents.length > 0) throw new Problem('list.undo-depends', { fileName: one.fileName, dependents })
  ctx.progress('撤销', 1, 3)
  reopenEntries(writer, one.id)
  await removeMade(writer, batches, () => ctx.breathe())
  await markUndone(writer, one.id, { by, at, reason })
  await raiseDataMark(writer)
  const { kind, fileSha256 } = one
  await trace(command, 'list.undo', one.id, { kind, fileSha256, sheets: one.batches.length })
}
