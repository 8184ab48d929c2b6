import { sql, type Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { Reader, Writer } from './reader.ts'
import type { EvidenceTable } from './schema/trace-tables.ts'

export type NewEvidence = Omit<Insertable<EvidenceTable>, 'removedBy' | 'removedAt' | 'removedReason'>

export async function insertEvidence(writer: Writer, evidence: NewEvidence): Promise<void> {
  const row = { ...evidence, removedBy: null, removedAt: null, removedReason: null }
  await writer.insertInto('evidence').values(row).execute()
}

/** One piece of evidence of a programme within the scope; whose it is must be asked beside. */
export async function getEvidence(reader: Reader, scope: Scope, evidenceId: string) {
  const row = await visible(reader, scope)
    .where('e.id', '=', evidenceId)
    .where('e.removedAt', 'is', null)
    .selectAll('e')
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '证据' })
  return row
}

/** 移除 — the file and the row stay; only who removed it when and why is added. */
export async function markRemoved(
  writer: Writer,
  evidenceId: string,
  removed: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await writer
    .updateTable('evidence')
    .set({ removedBy: removed.by, removedAt: removed.at, removedReason: removed.reason })
    .where('id', '=', evidenceId)
    .where('removedAt', 'is', null)
    .execute()
}

/** What was bound by one thing that came in otherwise than by hand. */
export function listByOrigin(reader: Reader, origin: string, originId: string) {
  return reader
    .selectFrom('evidence')
    .select(['id', 'subjectId'])
    .where('origin', '=', origin)
    .where('originId', '=', originId)
    .where('removedAt', 'is', null)
    .execute()
}

/** Of the household, of anybody in it and of their accounts, newest first; what was removed stays away. */
export function listHouseholdEvidence(reader: Reader, scope: Scope, householdId: string) {
  return visible(reader, scope)
    .innerJoin('vaultFile as f', 'f.sha256', 'e.fileSha256')
    .innerJoin('user as u', 'u.id', 'e.addedBy')
    .where('e.removedAt', 'is', null)
    .where(
      sql<boolean>`e.subject_id IN (SELECT ${householdId}
        UNION ALL SELECT id FROM person WHERE household_id = ${householdId}
        UNION ALL SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.household_id = ${householdId})`,
    )
    .selectAll('e')
    .select(['f.extension', 'f.size', 'u.displayName as addedByName', aboutWhom.as('about')])
    .orderBy('e.addedAt', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
}

/** The person it is about, also by their account; the whole household has no name of its own. */
const aboutWhom = sql<string>`coalesce(
  (SELECT name FROM person WHERE id = e.subject_id),
  (SELECT p.name FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = e.subject_id), '本户')`

function visible(reader: Reader, { programmes }: Scope) {
  const query = reader.selectFrom('evidence as e')
  if (programmes === 'all') return query
  return query.where((e) =>
    e.or([e('e.programmeCode', 'is', null), e('e.programmeCode', 'in', [...programmes])]),
  )
}

/** Whether a piece of evidence is here at all, removed or not. */
export function findEvidenceRow(reader: Reader, evidenceId: string) {
  return reader.selectFrom('evidence').select('id').where('id', '=', evidenceId).executeTakeFirst()
}

/** Whether the register knows whom or what evidence is about. */
export async function isKnownSubject(
  reader: Reader,
  subjectKind: string,
  subjectId: string,
): Promise<boolean> {
  if (subjectKind !== 'household' && subjectKind !== 'person' && subjectKind !== 'account') return false
  const row = await reader.selectFrom(subjectKind).select('id').where('id', '=', subjectId).executeTakeFirst()
  return row !== undefined
}

/** What was attached here to households of a round's tasks, to their people and accounts, and not removed again. */
export function listEvidenceOfHouseholds(reader: Reader, householdIds: readonly string[]) {
  const ids = JSON.stringify(householdIds)
  return reader
    .selectFrom('evidence as e')
    .innerJoin('vaultFile as f', 'f.sha256', 'e.fileSha256')
    .innerJoin('user as u', 'u.id', 'e.addedBy')
    .selectAll('e')
    .select(['f.extension', 'u.displayName as addedByName'])
    .where('e.removedAt', 'is', null)
    .where(
      sql<boolean>`e.subject_id IN (SELECT value FROM json_each(${ids})
        UNION ALL SELECT id FROM person WHERE household_id IN (SELECT value FROM json_each(${ids}))
        UNION ALL SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.household_id IN (SELECT value FROM json_each(${ids})))`,
    )
    .orderBy('e.id')
    .execute()
}
