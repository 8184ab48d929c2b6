import { isPackageName } from '../domain/fieldwork-file-name.ts'
import { Problem } from '../domain/problem.ts'
import { findExchangeFolder, findSent, saveExchangeFolder } from '../store/fieldwork-package-queries.ts'
import type { ExchangeContext, JobContext } from './context.ts'
import { trace } from './trace.ts'

/** 交换文件夹 — where packages go and come from, and whether it is there now. */
export async function showFolder(ctx: Pick<ExchangeContext, 'reader' | 'parts'>) {
  const folder = await findExchangeFolder(ctx.reader)
  if (folder === undefined) return { folder: null, isThere: false, packages: 0 }
  try {
    const files = await ctx.parts.folders.list(folder)
    return { folder, isThere: true, packages: files.filter(({ name }) => isPackageName(name)).length }
  } catch {
    return { folder, isThere: false, packages: 0 }
  }
}

export async function chooseFolder(
  ctx: ExchangeContext,
  input: { folderToken: string },
): Promise<{ folder: string }> {
  const folder = ctx.files.takeFolder(input.folderToken)
  await ctx.parts.folders.list(folder)
  await ctx.inTransaction(async (command) => {
    const chosen = { path: folder, chosenBy: ctx.actor.userId, chosenAt: ctx.now().toISOString() }
    await saveExchangeFolder(command.writer, chosen)
    await trace(command, 'fieldwork.choose-folder', 'fieldwork', {})
  })
  return { folder }
}

/** 写到 U 盘 — a package that was made, to the byte as it is kept; read back before it counts. */
export async function writeOut(
  ctx: JobContext,
  input: { packageId: string },
): Promise<{ fileName: string; folder: string }> {
  const folder = await requireFolder(ctx)
  const sent = await findSent(ctx.reader, input.packageId)
  if (sent === undefined) throw new Problem('record.not-found', { what: '摸底包' })
  ctx.progress('写入并读回核对', 0, 1)
  const bytes = await ctx.vault.read(sent.fileSha256)
  const fileName = await ctx.parts.folders.write(folder, sent.fileName, bytes)
  await ctx.inTransaction((command) => trace(command, 'fieldwork.write-out', sent.id, { size: bytes.length }))
  return { fileName, folder }
}

export async function requireFolder(ctx: Pick<ExchangeContext, 'reader'>): Promise<string> {
  const folder = await findExchangeFolder(ctx.reader)
  if (folder === undefined) throw new Problem('fieldwork.folder-missing')
  return folder
}
