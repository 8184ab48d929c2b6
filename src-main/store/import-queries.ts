import type { Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { ListKind } from '../domain/list-kind.ts'
import { insertRows } from './insert-rows.ts'
import type { ListBatch } from './list-queries.ts'
import type { Reader, Writer } from './reader.ts'
import type { ListGoneTable } from './schema/lists-tables.ts'

/** 一次导入 — one file taken in, all its sheets together. */
export interface NewImport {
  readonly id: string
  readonly kind: ListKind
  readonly fileName: string
  readonly fileSha256: string
  readonly year: number | null
  readonly month: number | null
  readonly programmeCode: string | null
  readonly asOf: string | null
  /** JSON */
  readonly mapping: string
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly gone: number
  readonly goneChoice: 'note' | 'end'
  readonly importedBy: string
  readonly importedAt: string
}

export interface ListImport extends NewImport {
  readonly importedByName: string
  readonly undoneAt: string | null
  readonly undoReason: string | null
  readonly undoneByName: string | null
  readonly batches: readonly ListBatch[]
}

export async function insertImport(writer: Writer, values: NewImport): Promise<void> {
  await writer.insertInto('listImport').values(values).execute()
}

/** Newest first, also those that were undone: a log forgets nothing. */
export async function listImports(reader: Reader): Promise<ListImport[]> {
  const rows = await imports(reader).orderBy('i.importedAt', 'desc').orderBy('i.id', 'desc').execute()
  const batches = (await reader.selectFrom('listBatch').selectAll().orderBy('id').execute()) as ListBatch[]
  const byImport = Map.groupBy(batches, (batch) => batch.importId)
  return rows.map((row) => ({ ...row, batches: byImport.get(row.id) ?? [] }) as ListImport)
}

export async function getImport(reader: Reader, importId: string): Promise<ListImport> {
  const row = await imports(reader).where('i.id', '=', importId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '这次导入' })
  const batches = await reader
    .selectFrom('listBatch')
    .selectAll()
    .where('importId', '=', importId)
    .orderBy('id')
    .execute()
  return { ...row, batches } as ListImport
}

function imports(reader: Reader) {
  return reader
    .selectFrom('listImport as i')
    .innerJoin('user as u', 'u.id', 'i.importedBy')
    .leftJoin('user as w', 'w.id', 'i.undoneBy')
    .selectAll('i')
    .select(['u.displayName as importedByName', 'w.displayName as undoneByName'])
}

/** An import of the same kind made from the very same bytes and any of the same sheets. */
export async function findSameFile(
  reader: Reader,
  like: { kind: ListKind; fileSha256: string; sheets: readonly string[]; year: number | null },
): Promise<{ importedAt: string; importedBy: string } | undefined> {
  return reader
    .selectFrom('listBatch as b')
    .innerJoin('user as u', 'u.id', 'b.importedBy')
    .select(['b.importedAt', 'u.displayName as importedBy'])
    .where('b.kind', '=', like.kind)
    .where('b.fileSha256', '=', like.fileSha256)
    .where('b.sheet', 'in', [...like.sheets])
    .where('b.year', 'is', like.year)
    .where('b.undoneAt', 'is', null)
    .executeTakeFirst()
}

export async function markUndone(
  writer: Writer,
  importId: string,
  { by, at, reason }: { by: string; at: string; reason: string },
): Promise<void> {
  await writer
    .updateTable('listImport')
    .set({ undoneBy: by, undoneAt: at, undoReason: reason })
    .where('id', '=', importId)
    .execute()
  await writer.updateTable('listBatch').set({ undoneAt: at }).where('importId', '=', importId).execute()
}

export type NewGone = Insertable<ListGoneTable>

export function insertGone(writer: Writer, rows: readonly NewGone[]): void {
  insertRows(writer, 'list_gone', rows)
}

export interface GoneRow {
  readonly position: number
  readonly idNumber: string
  readonly name: string
  readonly villageCode: string | null
  /** JSON */
  readonly facts: string
  readonly ended: 0 | 1
}

/** A page of who was missing from a list; `after` is the position before. */
export async function listGone(
  reader: Reader,
  importId: string,
  page: { from: number; limit: number },
): Promise<GoneRow[]> {
  return reader
    .selectFrom('listGone')
    .select(['position', 'idNumber', 'name', 'villageCode', 'facts', 'ended'])
    .where('importId', '=', importId)
    .where('position', '>=', page.from)
    .orderBy('position')
    .limit(page.limit)
    .execute()
}
