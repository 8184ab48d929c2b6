import type { Updateable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Writer } from './reader.ts'
import type { HouseholdTable } from './schema/register-tables.ts'

/** Saves some values of a household with the next version, where nobody has saved since they were read. */
export async function saveHousehold(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  values: Updateable<HouseholdTable>,
): Promise<number> {
  const version = read.version + 1
  const result = await writer
    .updateTable('household')
    .set({ ...values, version })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '户' })
  return version
}

/** Applications of somebody who had no household follow them into theirs. */
export async function moveApplications(writer: Writer, personId: string, householdId: string): Promise<void> {
  await writer
    .updateTable('application')
    .set({ householdId })
    .where('beneficiaryId', '=', personId)
    .where('householdId', 'is', null)
    .execute()
}
