import { setImmediate } from 'node:timers/promises'
import { auditHead, beforeFirst, hashOf, type AuditHead, type AuditRow } from './audit.ts'
import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

export interface AuditVerification {
  readonly entries: number
  readonly ok: boolean
  /** The first entry that does not follow from the one before it. */
  readonly brokenAt: number | null
  readonly head: AuditHead
}

export interface AuditVerifying {
  /** Where to begin; whatever lies before was found good. Everything, when not given. */
  readonly from?: AuditHead
  readonly onProgress?: (done: number, total: number) => void
  /** Lets other work run; may throw to stop. */
  readonly breathe?: () => Promise<void>
}

const atOnce = 1_000

/** Recomputes the chain entry by entry, in short steps. */
export async function verifyAudit(reader: Reader, options: AuditVerifying = {}): Promise<AuditVerification> {
  const { from = beforeFirst, onProgress, breathe = () => setImmediate() } = options
  const end = await auditHead(reader)
  let head = from
  if (from.seq > end.seq || !isStored(reader, from)) return { ...broken(from.seq, head), entries: 0 }
  while (head.seq < end.seq) {
    const rows = rowsAfter(reader, head.seq)
    const start = head
    const at = rows.findIndex((row, index) => !follows(row, rows[index - 1] ?? start))
    const last = rows.at(-1)
    if (at !== -1 || last === undefined) return broken(rows[at]?.seq ?? head.seq + 1, rows[at - 1] ?? head)
    head = headOf(last)
    onProgress?.(head.seq - from.seq, end.seq - from.seq)
    await breathe()
  }
  return { entries: head.seq - from.seq, ok: true, brokenAt: null, head }

  function broken(brokenAt: number, good: AuditHead): AuditVerification {
    return { entries: good.seq - from.seq, ok: false, brokenAt, head: headOf(good) }
  }
}

/** The end of what was verified before; the next background run goes on from here. */
export async function lastCheckpoint(reader: Reader): Promise<AuditHead> {
  const row = await reader
    .selectFrom('auditCheckpoint')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? beforeFirst
}

export async function saveCheckpoint(writer: Writer, head: AuditHead, verifiedAt: string): Promise<void> {
  const row = { seq: head.seq, hash: head.hash, verifiedAt }
  await writer
    .insertInto('auditCheckpoint')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function follows(row: AuditRow, previous: AuditHead): boolean {
  return row.seq === previous.seq + 1 && row.previous_hash === previous.hash && row.hash === hashOf(row)
}

/** A chain cut off or rewritten behind the checkpoint shows by the checkpoint's own entry. */
function isStored(reader: Reader, head: AuditHead): boolean {
  if (head.seq === beforeFirst.seq) return true
  const hash = rawOf(reader).prepare('SELECT hash FROM audit_entry WHERE seq = ?').pluck().get(head.seq)
  return hash === head.hash
}

function rowsAfter(reader: Reader, seq: number): AuditRow[] {
  const sql = 'SELECT * FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?'
  return rawOf(reader).prepare(sql).all(seq, atOnce) as AuditRow[]
}

function headOf({ seq, hash }: AuditHead): AuditHead {
  return { seq, hash }
}
