import type { Reader } from './reader.ts'

/** What happened to one thing, oldest first. */
export async function listAuditOf(
  reader: Reader,
  subject: string,
): Promise<{ at: string; actor: string; action: string; details: Readonly<Record<string, unknown>> }[]> {
  const rows = await reader
    .selectFrom('auditEntry')
    .select(['at', 'actor', 'action', 'details'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as Record<string, unknown> }))
}
