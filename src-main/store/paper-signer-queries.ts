import type { Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { Reader, Writer } from './reader.ts'
import type { PaperSignerTable } from './schema/office-tables.ts'

export async function insertPaperSigner(writer: Writer, signer: Insertable<PaperSignerTable>): Promise<void> {
  await writer.insertInto('paperSigner').values(signer).execute()
}

/** By village, those who began last first; people whose term is over stay on record. */
export function listPaperSigners(reader: Reader, scope: Scope, villageCode: string | null) {
  let query = reader
    .selectFrom('paperSigner as s')
    .innerJoin('division as d', 'd.code', 's.villageCode')
    .innerJoin('user as u', 'u.id', 's.registeredBy')
    .select(['s.id', 's.villageCode', 's.post', 's.name', 's.termFrom', 's.termTo', 's.registeredAt'])
    .select(['d.name as villageName', 'u.displayName as registeredByName'])
  if (scope.villages !== 'all') query = query.where('s.villageCode', 'in', [...scope.villages])
  if (villageCode !== null) query = query.where('s.villageCode', '=', villageCode)
  return query.orderBy('s.villageCode').orderBy('s.termFrom', 'desc').orderBy('s.id').execute()
}

export async function getPaperSigner(reader: Reader, signerId: string) {
  const row = await reader.selectFrom('paperSigner').selectAll().where('id', '=', signerId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '村签字人' })
  return row
}

export async function endPaperSigner(writer: Writer, signerId: string, termTo: string): Promise<void> {
  await writer.updateTable('paperSigner').set({ termTo }).where('id', '=', signerId).execute()
}
