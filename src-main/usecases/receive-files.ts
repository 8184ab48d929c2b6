import { readFile } from 'node:fs/promises'
import { isPackageName } from '../domain/fieldwork-file-name.ts'
import { Problem } from '../domain/problem.ts'
import { machineKindHere, getOffice } from '../store/machine-queries.ts'
import { findQuarantined, settleQuarantined } from '../store/fieldwork-package-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { requireFolder } from './exchange-folder.ts'
import { type FileOutcome, type IncomingFile, receiveFile, settledBy } from './receive-fieldwork.ts'

type Source = { readonly fileToken: string } | { readonly folder: true }

/** 接收 — one file somebody picked, or every package in the folder, in whatever order and however often. */
export async function receiveFiles(ctx: JobContext, source: Source): Promise<{ files: FileOutcome[] }> {
  if ((await machineKindHere(ctx.reader)) === 'field') await getOffice(ctx.reader)
  return { files: 'folder' in source ? await fromFolder(ctx) : [await fromToken(ctx, source.fileToken)] }
}

/** 再试一次 — a file that was set aside: the machine may be enrolled by now, the household given out again. */
export async function retryQuarantined(ctx: JobContext, input: { sha256: string }): Promise<FileOutcome> {
  const kept = await findQuarantined(ctx.reader, input.sha256)
  if (kept === undefined) throw new Problem('record.not-found', { what: '隔离的包' })
  return receiveFile(ctx, { fileName: kept.fileName, bytes: await ctx.vault.read(kept.sha256) })
}

/** 收起 — looked at, and nothing more to be done; the file itself stays. */
export async function putAwayQuarantined(
  ctx: CommandContext,
  input: { sha256: string },
): Promise<{ ok: true }> {
  const isDone = await settleQuarantined(ctx.writer, input.sha256, settledBy(ctx, 'put-away'))
  if (!isDone) throw new Problem('record.stale', { what: '隔离的包' })
  return { ok: true }
}

async function fromToken(ctx: JobContext, fileToken: string): Promise<FileOutcome> {
  return ctx.files.use(fileToken, async ({ path, name }) => {
    ctx.progress(name, 0, 1)
    return receiveFile(ctx, { fileName: name, bytes: await readFile(path) })
  })
}

async function fromFolder(ctx: JobContext): Promise<FileOutcome[]> {
  const folder = await requireFolder(ctx)
  const packages = (await ctx.parts.folders.list(folder)).filter(({ name }) => isPackageName(name))
  const outcomes: FileOutcome[] = []
  for (const [at, { name }] of packages.entries()) {
    ctx.progress(name, at, packages.length)
    await ctx.breathe()
    outcomes.push(await receiveFile(ctx, await incoming(ctx, folder, name)))
  }
  return outcomes
}

async function incoming(ctx: JobContext, folder: string, name: string): Promise<IncomingFile> {
  return { fileName: name, bytes: await ctx.parts.folders.read(folder, name) }
}
