import type { Insertable } from 'kysely'
import type { ObjectionOutcome } from '../domain/objection.ts'
import { Problem } from '../domain/problem.ts'
import type { Reader, Writer } from './reader.ts'
import type { ObjectionInquiryTable, ObjectionTable } from './schema/objection-tables.ts'

export function listObjections(reader: Reader, publicityId: string) {
  return objections(reader)
    .where('o.publicityId', '=', publicityId)
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.id', 'desc')
    .execute()
}

/** With the notice's programme and village, for whoever asks to be in scope. */
export async function getObjection(reader: Reader, objectionId: string) {
  const row = await objections(reader).where('o.id', '=', objectionId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '异议' })
  return row
}

export type StoredObjection = Awaited<ReturnType<typeof getObjection>>

function objections(reader: Reader) {
  return reader
    .selectFrom('objection as o')
    .innerJoin('publicity as p', 'p.id', 'o.publicityId')
    .innerJoin('publicityLine as l', (join) =>
      join.onRef('l.publicityId', '=', 'o.publicityId').onRef('l.lineNo', '=', 'o.lineNo'),
    )
    .selectAll('o')
    .select(['p.programmeCode', 'p.villageCode', 'p.serial', 'l.printedName'])
}

export function listInquiries(reader: Reader, publicityId: string) {
  return reader
    .selectFrom('objectionInquiry as i')
    .innerJoin('objection as o', 'o.id', 'i.objectionId')
    .selectAll('i')
    .where('o.publicityId', '=', publicityId)
    .orderBy('i.at')
    .orderBy('i.id')
    .execute()
}

/** What waits for its decision; undefined where nobody has looked into it, or it has to be done again. */
export function findProposedInquiry(reader: Reader, objectionId: string) {
  return reader
    .selectFrom('objectionInquiry')
    .selectAll()
    .where('objectionId', '=', objectionId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
}

export async function getInquiry(reader: Reader, inquiryId: string) {
  const row = await reader
    .selectFrom('objectionInquiry as i')
    .innerJoin('objection as o', 'o.id', 'i.objectionId')
    .innerJoin('publicity as p', 'p.id', 'o.publicityId')
    .selectAll('i')
    .select(['p.programmeCode', 'p.villageCode', 'o.publicityId'])
    .where('i.id', '=', inquiryId)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '异议核查' })
  return row
}

export async function insertObjection(writer: Writer, objection: Insertable<ObjectionTable>): Promise<void> {
  await writer.insertInto('objection').values(objection).execute()
}

export async function insertInquiry(
  writer: Writer,
  inquiry: Insertable<ObjectionInquiryTable>,
): Promise<void> {
  await writer.insertInto('objectionInquiry').values(inquiry).execute()
}

export async function saveInquiryDecision(
  writer: Writer,
  inquiryId: string,
  decision: Pick<ObjectionInquiryTable, 'state' | 'decidedBy' | 'decidedAt' | 'decidedReason'>,
): Promise<void> {
  await writer.updateTable('objectionInquiry').set(decision).where('id', '=', inquiryId).execute()
}

export async function closeObjection(
  writer: Writer,
  objectionId: string,
  closed: { outcome: ObjectionOutcome; answer: string; closedBy: string; closedAt: string },
): Promise<void> {
  await writer.updateTable('objection').set(closed).where('id', '=', objectionId).execute()
}

/** Whoever entered, changed or approved a record, by account and by name: they stay out of what is said against it. */
export async function listInvolved(reader: Reader, applicationId: string) {
  return reader
    .selectFrom('user as u')
    .select(['u.id', 'u.displayName'])
    .where((e) =>
      e.or([
        e(
          'u.id',
          'in',
          e.selectFrom('applicationEditor').select('userId').where('applicationId', '=', applicationId),
        ),
        e(
          'u.id',
          'in',
          e
            .selectFrom('applicationStep')
            .select('byUser')
            .where('applicationId', '=', applicationId)
            .where('step', '=', 'approve'),
        ),
      ]),
    )
    .execute()
}
