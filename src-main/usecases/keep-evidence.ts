import { readFile } from 'node:fs/promises'
import { PictureReader } from '../imaging/read-pictures.ts'
import { pictureKind } from '../imaging/picture-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { HandedFile } from '../ports/files.ts'
import type { CommandContext, Parts, QueryContext } from './context.ts'

/** What reading a handed-in file needs; it takes place before any transaction. */
export interface EvidenceContext extends Pick<QueryContext, 'files'> {
  readonly parts: Pick<Parts, 'pictureWorker'>
  readonly signal?: AbortSignal
}

/** 附件 — a photo made small and without its place, or a PDF as it came. */
export interface Evidence {
  readonly bytes: Uint8Array
  readonly extension: 'jpg' | 'pdf'
}

/** Reads what a page handed in; what is neither picture nor scan proves nothing and is refused. */
export async function readEvidence(ctx: EvidenceContext, fileToken: string): Promise<Evidence> {
  return ctx.files.use(fileToken, (file) => readHanded(ctx, file))
}

async function readHanded(ctx: EvidenceContext, file: HandedFile): Promise<Evidence> {
  const bytes = await readFile(file.path)
  if (pictureKind(bytes) === 'pdf') return { bytes, extension: 'pdf' }
  const reader = new PictureReader(ctx.parts.pictureWorker, ctx.signal)
  try {
    return await readPhoto(reader, file)
  } finally {
    reader.close()
  }
}

async function readPhoto(reader: PictureReader, { path, name }: HandedFile): Promise<Evidence> {
  const page = await reader.read({ path, fileName: name, page: 0, keepPlace: false })
  // A scan of several pages would lose all but the first.
  if (page.pages > 1) throw new Problem('picture.too-many-pages', { fileName: name, limit: 1 })
  return { bytes: page.jpeg, extension: 'jpg' }
}

/** Puts it into the vault, in the transaction of what it proves. */
export function keepEvidence(
  ctx: CommandContext,
  { bytes, extension }: Evidence,
  kind: string,
): Promise<string> {
  const at = ctx.now().toISOString()
  return ctx.vault.add(bytes, { extension, kind, by: ctx.actor.userId, at }, ctx.writer)
}
