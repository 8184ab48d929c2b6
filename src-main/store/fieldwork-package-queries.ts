import type { Insertable } from 'kysely'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type {
  FieldworkKind,
  FieldworkQuarantineTable,
  FieldworkReceivedTable,
  FieldworkSentTable,
} from './schema/fieldwork-tables.ts'

/** The newest package of this kind to a machine: what the next one follows. */
export function findLastSent(reader: Reader, machineId: string, kind: FieldworkKind) {
  return reader
    .selectFrom('fieldworkSent')
    .select(['sequence', 'tagmanifestSha256'])
    .where('machineId', '=', machineId)
    .where('kind', '=', kind)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertSent(writer: Writer, sent: Insertable<FieldworkSentTable>): Promise<void> {
  await writer.insertInto('fieldworkSent').values(sent).execute()
}

export function listSent(reader: Reader, kind: FieldworkKind) {
  return reader
    .selectFrom('fieldworkSent as s')
    .innerJoin('machine as m', 'm.id', 's.machineId')
    .innerJoin('user as u', 'u.id', 's.sentBy')
    .selectAll('s')
    .select(['m.name as machineName', 'u.displayName as sentByName'])
    .where('s.kind', '=', kind)
    .orderBy('s.sentAt', 'desc')
    .execute()
}

export function findSent(reader: Reader, packageId: string) {
  return reader.selectFrom('fieldworkSent').selectAll().where('id', '=', packageId).executeTakeFirst()
}

export function findSentOfAssignment(reader: Reader, assignmentId: string) {
  return reader
    .selectFrom('fieldworkSent')
    .selectAll()
    .where('assignmentId', '=', assignmentId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function noteSentEvidence(
  writer: Writer,
  packageId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  insertRows(
    writer,
    'fieldwork_sent_evidence',
    evidenceIds.map((evidenceId) => ({ packageId, evidenceId })),
  )
}

export async function listSentEvidence(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('fieldworkSentEvidence').select('evidenceId').distinct().execute()
  return new Set(rows.map(({ evidenceId }) => evidenceId))
}

export function findReceived(reader: Reader, packageId: string) {
  return reader
    .selectFrom('fieldworkReceived as p')
    .innerJoin('machine as m', 'm.id', 'p.machineId')
    .selectAll('p')
    .select('m.name as machineName')
    .where('p.id', '=', packageId)
    .executeTakeFirst()
}

/** The very same file, to the byte: read again from the folder. */
export function findReceivedFile(reader: Reader, fileSha256: string) {
  return reader
    .selectFrom('fieldworkReceived as p')
    .innerJoin('machine as m', 'm.id', 'p.machineId')
    .select(['p.kind', 'p.sequence', 'm.name as machineName'])
    .where('p.fileSha256', '=', fileSha256)
    .executeTakeFirst()
}

export async function insertReceived(
  writer: Writer,
  received: Omit<Insertable<FieldworkReceivedTable>, 'decidedBy' | 'decidedAt' | 'decidedReason'>,
): Promise<void> {
  const undecided = { decidedBy: null, decidedAt: null, decidedReason: null }
  await writer
    .insertInto('fieldworkReceived')
    .values({ ...received, ...undecided })
    .execute()
}

/** What a person decided of a package that was held; answers whether it was still open to this. */
export async function saveDecision(
  writer: Writer,
  packageId: string,
  decided: { status: 'applied' | 'declined'; outcome: string; by: string; at: string; reason: string },
): Promise<boolean> {
  const result = await writer
    .updateTable('fieldworkReceived')
    .set({ status: decided.status, outcome: decided.outcome })
    .set({ decidedBy: decided.by, decidedAt: decided.at, decidedReason: decided.reason })
    .where('id', '=', packageId)
    .where('status', 'in', decided.status === 'applied' ? ['held', 'declined'] : ['held'])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export function listReceived(reader: Reader, kind: FieldworkKind) {
  return reader
    .selectFrom('fieldworkReceived as p')
    .innerJoin('machine as m', 'm.id', 'p.machineId')
    .innerJoin('user as u', 'u.id', 'p.receivedBy')
    .leftJoin('user as d', 'd.id', 'p.decidedBy')
    .selectAll('p')
    .select(['m.name as machineName', 'u.displayName as receivedByName', 'd.displayName as decidedByName'])
    .where('p.kind', '=', kind)
    .orderBy('p.receivedAt', 'desc')
    .orderBy('p.id')
    .execute()
}

/** Numbers that have come of each machine, and what each says it follows. */
export function listSequences(reader: Reader, kind: FieldworkKind) {
  return reader
    .selectFrom('fieldworkReceived as p')
    .innerJoin('machine as m', 'm.id', 'p.machineId')
    .select(['p.machineId', 'm.name as machineName', 'p.sequence', 'p.tagmanifestSha256', 'p.header'])
    .where('p.kind', '=', kind)
    .orderBy('p.machineId')
    .orderBy('p.sequence')
    .execute()
}

/** 隔离 — a file that was refused, with why; found again it is tried again and keeps its place. */
export async function saveQuarantined(
  writer: Writer,
  file: Omit<Insertable<FieldworkQuarantineTable>, 'settled' | 'settledBy' | 'settledAt'>,
): Promise<void> {
  const { problem, facts, triedAt, fileName } = file
  await writer
    .insertInto('fieldworkQuarantine')
    .values({ ...file, settled: null, settledBy: null, settledAt: null })
    .onConflict((conflict) =>
      conflict
        .column('sha256')
        .doUpdateSet({ problem, facts, triedAt, fileName, settled: null, settledBy: null, settledAt: null }),
    )
    .execute()
}

export async function settleQuarantined(
  writer: Writer,
  sha256: string,
  settled: { how: 'applied' | 'put-away'; by: string; at: string },
): Promise<boolean> {
  const result = await writer
    .updateTable('fieldworkQuarantine')
    .set({ settled: settled.how, settledBy: settled.by, settledAt: settled.at })
    .where('sha256', '=', sha256)
    .where('settled', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export function findQuarantined(reader: Reader, sha256: string) {
  return reader
    .selectFrom('fieldworkQuarantine')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('settled', 'is', null)
    .executeTakeFirst()
}

export function listQuarantined(reader: Reader) {
  return reader
    .selectFrom('fieldworkQuarantine as q')
    .innerJoin('user as u', 'u.id', 'q.foundBy')
    .selectAll('q')
    .select('u.displayName as foundByName')
    .where('q.settled', 'is', null)
    .orderBy('q.foundAt', 'desc')
    .execute()
}

/** The folder or stick packages go to and come from. */
export async function findExchangeFolder(reader: Reader): Promise<string | undefined> {
  const row = await reader.selectFrom('fieldworkFolder').select('path').executeTakeFirst()
  return row?.path
}

export async function saveExchangeFolder(
  writer: Writer,
  folder: { path: string; chosenBy: string; chosenAt: string },
): Promise<void> {
  await writer
    .insertInto('fieldworkFolder')
    .values({ id: 1, ...folder })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(folder))
    .execute()
}
