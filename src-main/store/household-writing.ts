import { Problem } from '../domain/problem.ts'
import type { Writer } from './reader.ts'

export async function saveHouseholder(
  writer: Writer,
  read: { id: string; version: number },
  personId: string,
): Promise<void> {
  const result = await writer
    .updateTable('household')
    .set({ householderId: personId, householderPending: 0, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '户' })
}

/** Puts a person without a household into one; their applications still on the way follow. */
export async function moveToHousehold(
  writer: Writer,
  read: { id: string; version: number },
  householdId: string,
  relation: string,
): Promise<void> {
  const result = await writer
    .updateTable('person')
    .set({ householdId, relation, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '人员' })
  await writer
    .updateTable('application')
    .set({ householdId })
    .where('beneficiaryId', '=', read.id)
    .where('householdId', 'is', null)
    .execute()
}
