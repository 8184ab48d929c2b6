import { Problem } from '../domain/problem.ts'
import type { FileRef } from '../ports/files.ts'
import type { CommandContext } from './context.ts'
import { getOwnImport } from './list-log.ts'
import { trace } from './trace.ts'

/** 原文件 — the very bytes an import was made from: full numbers, so only for who imported it, with a reason. */
export async function giveSourceFile(
  ctx: CommandContext,
  { importId, reason }: { importId: string; reason: string },
): Promise<FileRef> {
  const one = await getOwnImport(ctx, importId)
  if (one.importedBy !== ctx.actor.userId) throw new Problem('permission.denied', { needs: 'importer' })
  const bytes = await ctx.vault.read(one.fileSha256)
  await trace(ctx, 'list.source-file', one.id, { kind: one.kind, reason, fileSha256: one.fileSha256 })
  return ctx.files.offer(one.fileName, bytes)
}
