import type { Insertable, Updateable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Reader, Writer } from './reader.ts'
import type { FullExportRequestTable } from './schema/extract-tables.ts'

export async function insertFullExport(
  writer: Writer,
  request: Insertable<FullExportRequestTable>,
): Promise<void> {
  await writer.insertInto('fullExportRequest').values(request).execute()
}

export type StoredFullExport = Awaited<ReturnType<typeof getFullExport>>

export async function getFullExport(reader: Reader, requestId: string) {
  const row = await requests(reader).where('r.id', '=', requestId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '全号导出申请' })
  return row
}

/** Newest first; those that are over stay to be looked up. */
export function listFullExports(reader: Reader) {
  return requests(reader).orderBy('r.askedAt', 'desc').orderBy('r.id', 'desc').limit(200).execute()
}

/** Changes a request only where it still stands as it was read. */
export async function saveFullExport(
  writer: Writer,
  { id, status }: Pick<StoredFullExport, 'id' | 'status'>,
  change: Updateable<FullExportRequestTable>,
): Promise<void> {
  const result = await writer
    .updateTable('fullExportRequest')
    .set(change)
    .where('id', '=', id)
    .where('status', '=', status)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '全号导出申请' })
}

function requests(reader: Reader) {
  return reader
    .selectFrom('fullExportRequest as r')
    .innerJoin('user as a', 'a.id', 'r.askedBy')
    .leftJoin('user as d', 'd.id', 'r.decidedBy')
    .selectAll('r')
    .select(['a.displayName as askedByName', 'd.displayName as decidedByName'])
}
