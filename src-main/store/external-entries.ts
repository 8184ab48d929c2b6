import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { SourceLine } from '../domain/finding.ts'
import { insertRows } from './insert-rows.ts'
import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'
import type { ExternalEntryTable } from './schema/lists-tables.ts'

export type ExternalKind = ExternalEntryTable['kind']

/** What is stored of one line of a list outside the register. */
export interface NewExternalEntry {
  readonly batchId: string
  readonly line: number
  readonly kind: ExternalKind
  readonly idNumber: string
  readonly name: string
  readonly onDay: string | null
  readonly untilDay: string | null
  readonly category: string
  readonly level: string
  readonly amountFen: number | null
  /** JSON */
  readonly facts: string
}

export function insertExternalEntries(writer: Writer, rows: readonly NewExternalEntry[]): void {
  insertRows(writer, 'external_entry', rows)
}

const atOnce = 4_000

/** Everybody a kind of list tells of now, in slices so that others get their turn; what a newer list ended is left out. */
export async function listCurrentEntries(reader: Reader, kind: ExternalKind): Promise<NewExternalEntry[]> {
  const slice = rawOf(reader).prepare<[string, string, number, number], NewExternalEntry>(
    `SELECT batch_id AS batchId, line, kind, id_number AS idNumber, name, on_day AS onDay, until_day AS untilDay,
      category, level, amount_fen AS amountFen, facts FROM external_entry
    WHERE kind = ? AND ended_by IS NULL AND (batch_id, line) > (?, ?) ORDER BY batch_id, line LIMIT ?`,
  )
  const entries: NewExternalEntry[] = []
  for (;;) {
    const last = entries.at(-1)
    const found = slice.all(kind, last?.batchId ?? '', last?.line ?? 0, atOnce)
    entries.push(...found)
    if (found.length < atOnce) return entries
    await setImmediate()
  }
}

/** From now on a newer list speaks in place of these lines; what they said stays readable. */
export function endEntryLines(
  writer: Writer,
  importId: string,
  lines: readonly { readonly batchId: string; readonly line: number }[],
): void {
  const statement = rawOf(writer).prepare(
    'UPDATE external_entry SET ended_by = ? WHERE batch_id = ? AND line = ? AND ended_by IS NULL',
  )
  for (const { batchId, line } of lines) statement.run(importId, batchId, line)
}

/** What an undone import had ended speaks again. */
export function reopenEntries(writer: Writer, importId: string): void {
  rawOf(writer).prepare('UPDATE external_entry SET ended_by = NULL WHERE ended_by = ?').run(importId)
}

/** Whether any list of a kind is here; without one nobody on it is missing from it. */
export async function hasEntries(reader: Reader, kind: ExternalKind): Promise<boolean> {
  const row = await reader
    .selectFrom('externalEntry as e')
    .innerJoin('listBatch as b', 'b.id', 'e.batchId')
    .select('e.line')
    .where('e.kind', '=', kind)
    .where('e.endedBy', 'is', null)
    .where('b.undoneAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Which categories the lists of a kind know: 低保 may be listed where 特困 is not. */
export async function listCategories(reader: Reader, kind: ExternalKind): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('externalEntry as e')
    .innerJoin('listBatch as b', 'b.id', 'e.batchId')
    .select('e.category')
    .distinct()
    .where('e.kind', '=', kind)
    .where('e.endedBy', 'is', null)
    .where('b.undoneAt', 'is', null)
    .execute()
  return new Set(rows.map(({ category }) => category))
}

export interface EntryWithSource extends NewExternalEntry {
  readonly source: SourceLine
}

/**
 * 外部名单的事实 — what the current lists of a kind say, for checks: C01 (deceased), C02 (convictions), C04 and C13
 * (relief, disability), C11 (payroll), C14. Of some people, or of everybody.
 */
export async function readEntries(
  reader: Reader,
  kind: ExternalKind,
  idNumbers?: readonly string[],
): Promise<EntryWithSource[]> {
  let query = reader
    .selectFrom('externalEntry as e')
    .innerJoin('listBatch as b', 'b.id', 'e.batchId')
    .selectAll('e')
    .select(['b.fileName', 'b.sheet'])
    .where('e.kind', '=', kind)
    .where('e.endedBy', 'is', null)
    .where('b.undoneAt', 'is', null)
  if (idNumbers !== undefined)
    // One JSON text however many people there are.
    query = query.where(
      sql<boolean>`e.id_number IN (SELECT value FROM json_each(${JSON.stringify(idNumbers)}))`,
    )
  const rows = await query.orderBy('b.importedAt', 'desc').orderBy('e.batchId').orderBy('e.line').execute()
  return rows.map(({ fileName, sheet, ...entry }) => ({
    ...entry,
    source: { batchId: entry.batchId, fileName, sheet, line: entry.line },
  }))
}
