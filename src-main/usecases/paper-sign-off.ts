import { dayInShanghai, type Day, isDay } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import type { StoredExportPackage } from '../store/export-package-queries.ts'
import type { Actor, CommandContext, QueryContext } from './context.ts'
import { type Evidence, keepEvidence } from './keep-evidence.ts'

/** 线下签批 — an approver who does not use the machine signed on paper; somebody else registers the scanned sheet. */
export interface PaperSignOff {
  readonly approverName: string
  readonly signedOn: Day
  readonly fileToken: string
}

/** What a release keeps of it. */
export interface PaperSignOffColumns {
  readonly paperApprover: string
  readonly paperSignedOn: Day
  readonly paperScanSha256: string
}

/** Whoever built or registers cannot be the one who signed on paper, nor can the paper be older than the batch. */
export function refusePaperSignOff(
  ctx: QueryContext,
  stored: StoredExportPackage,
  paper: PaperSignOff | undefined,
): void {
  if (paper === undefined) return
  const sameAs = [stored.builtByName, ctx.actor.displayName]
  if (sameAs.includes(paper.approverName)) throw new Problem('permission.same-person')
  const builtOn = dayInShanghai(new Date(stored.builtAt).getTime())
  if (!isDay(paper.signedOn) || paper.signedOn > ctx.today() || paper.signedOn < builtOn)
    throw new Problem('input.invalid', { fields: [{ path: 'paperSignOff.signedOn', rule: 'outside' }] })
}

/** Who approved, as the header and every reader of the package see it. */
export function approvedByOf(actor: Actor, paper: PaperSignOff | undefined): string {
  return paper === undefined
    ? actor.displayName
    : `${paper.approverName}（线下签批，登记人 ${actor.displayName}）`
}

/** Puts the scan into the vault, in the release's own transaction. */
export async function keepPaperSignOff(
  ctx: CommandContext,
  paper: PaperSignOff | undefined,
  scan: Evidence | undefined,
): Promise<PaperSignOffColumns | null> {
  if (paper === undefined || scan === undefined) return null
  const paperScanSha256 = await keepEvidence(ctx, scan, 'paper-sign-off')
  return { paperApprover: paper.approverName, paperSignedOn: paper.signedOn, paperScanSha256 }
}

/** What a scanner writes, told by its first bytes. */
export function scanKindOf(bytes: Uint8Array): 'pdf' | 'jpg' | 'png' | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '25504446') return 'pdf'
  if (start.startsWith('ffd8ff')) return 'jpg'
  return start === '89504e47' ? 'png' : undefined
}
