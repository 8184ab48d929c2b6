import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { renderNotice } from '../documents/notice.tsx'
import type { FileRef } from '../ports/files.ts'
import { recordAudit } from '../store/audit.ts'
import { getPublicity, savePublicity, type StoredPublicity } from '../store/publicity-queries.ts'
import type { JobContext } from './context.ts'
import { printOrHtml } from './print-or-html.ts'
import { noticeOf } from './publicity-document.ts'

interface Printed {
  readonly publicityId: string
  readonly serial: string
  readonly file: FileRef
}

/** 打印公示件 — one job for all villages; each printed one is kept as printed, and a failed one does not stop the rest. */
export async function printPublicities(ctx: JobContext, input: { publicityIds: readonly string[] }) {
  const printed: Printed[] = []
  const failed: { publicityId: string; serial: string; code: string }[] = []
  let degraded = false
  for (const [index, publicityId] of input.publicityIds.entries()) {
    ctx.progress('生成公示件', index, input.publicityIds.length)
    await ctx.breathe()
    const stored = await getPublicity(ctx.reader, publicityId)
    if (!inScopeOf(ctx.scope, stored)) throw new Problem('record.not-found', { what: '公示' })
    try {
      const made = await printOne(ctx, stored)
      degraded ||= made.extension === 'html'
      printed.push({ publicityId, serial: stored.serial, file: made.file })
    } catch (thrown) {
      if (!(thrown instanceof Problem) || ctx.signal.aborted) throw thrown
      failed.push({ publicityId, serial: stored.serial, code: thrown.code })
    }
  }
  return { printed, failed, degraded }
}

async function printOne(
  ctx: JobContext,
  stored: StoredPublicity,
): Promise<{ file: FileRef; extension: 'pdf' | 'html' }> {
  const { bytes, extension } = await documentBytes(ctx, stored)
  const file = await ctx.files.offer(
    `${stored.serial}_${villageTitle(stored.villageName)}_公示.${extension}`,
    bytes,
  )
  return { file, extension }
}

/** A paper that was printed is never rendered again: the same bytes hang on the wall and lie in the package. */
async function documentBytes(
  ctx: JobContext,
  stored: StoredPublicity,
): Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }> {
  if (stored.printedSha256 !== null) {
    const bytes = await ctx.vault.read(stored.printedSha256)
    return { bytes, extension: startsLikePdf(bytes) ? 'pdf' : 'html' }
  }
  const html = renderNotice(await noticeOf(ctx.reader, stored))
  const made = await printOrHtml(ctx.parts.pdf, html, ctx.signal)
  await ctx.inTransaction(async (command) => {
    const at = ctx.now().toISOString()
    const sha256 = await ctx.vault.add(
      made.bytes,
      { extension: made.extension, kind: 'notice', by: ctx.actor.userId, at },
      command.writer,
    )
    await savePublicity(command.writer, stored, { printedSha256: sha256 })
    await recordAudit(command.writer, {
      at,
      actor: ctx.actor.userId,
      action: 'publicity.print',
      subject: stored.id,
      details: { serial: stored.serial, sha256, extension: made.extension },
    })
  })
  return made
}

function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
}
