import { sha256Hex } from '../crypto/digest.ts'
import { preparedOn } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

/** 操作留痕 — what one person did to one thing; details hold ids and counts, never names or numbers of people. */
export interface AuditEntry {
  /** RFC 3339 in UTC. */
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly details: Readonly<Record<string, unknown>>
}

export interface StoredAuditEntry extends AuditEntry {
  readonly seq: number
  readonly previousHash: string
  readonly hash: string
}

/** An entry as it lies in the table. */
export interface AuditRow {
  seq: number
  at: string
  actor: string
  action: string
  subject: string
  details: string
  previous_hash: string
  hash: string
}

export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

/** What the first entry follows. */
export const beforeFirst: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** Appends to the chain, inside the transaction of the change it tells of. */
export async function recordAudit(writer: Writer, entry: AuditEntry): Promise<void> {
  const previous = (preparedOn(writer, headSql).get() as AuditHead | undefined) ?? beforeFirst
  const seq = previous.seq + 1
  const { at, actor, action, subject } = entry
  const details = JSON.stringify(entry.details)
  const row = { seq, at, actor, action, subject, details, previous_hash: previous.hash }
  preparedOn(writer, insertSql).run({ ...row, hash: hashOf(row) })
}

export async function auditHead(reader: Reader): Promise<AuditHead> {
  return (preparedOn(reader, headSql).get() as AuditHead | undefined) ?? beforeFirst
}

/** The time of the newest entry: a clock before it has gone back. */
export async function lastSeenAt(reader: Reader): Promise<string | undefined> {
  const row = await reader
    .selectFrom('auditEntry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

/** Newest first; `after` is the last row's seq as given by `next`. */
export async function listAudit(
  reader: Reader,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ rows: StoredAuditEntry[]; next: string | null; total: number }> {
  let query = reader
    .selectFrom('auditEntry')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(limit + 1)
  if (after !== null) query = query.where('seq', '<', Number(after))
  const found = await query.execute()
  const rows = found
    .slice(0, limit)
    .map((row) => ({ ...row, details: JSON.parse(row.details) as AuditEntry['details'] }))
  const { seq } = await auditHead(reader)
  return { rows, next: found.length > limit ? String(rows.at(-1)?.seq) : null, total: seq }
}

/** A JSON list keeps every part's border: no text can pass for two. */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, action, subject, details, previous_hash: previous } = row
  return sha256Hex(Buffer.from(JSON.stringify([seq, at, actor, action, subject, details, previous]), 'utf8'))
}

export const headSql = 'SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1'
const insertSql = `INSERT INTO audit_entry (seq, at, actor, action, subject, details, previous_hash, hash)
  VALUES (:seq, :at, :actor, :action, :subject, :details, :previous_hash, :hash)`
