import { sql, type Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { PaperScanTable } from './schema/paper-tables.ts'

export async function insertIntake(
  writer: Writer,
  intake: { id: string; keepPlace: 0 | 1; keepPlaceReason: string; startedBy: string; startedAt: string },
): Promise<void> {
  await writer.insertInto('paperIntake').values(intake).execute()
}

export async function saveIntakeCounts(
  writer: Writer,
  id: string,
  files: number,
  pages: number,
): Promise<void> {
  await writer.updateTable('paperIntake').set({ files, pages }).where('id', '=', id).execute()
}

export async function insertScan(writer: Writer, scan: Insertable<PaperScanTable>): Promise<void> {
  await writer.insertInto('paperScan').values(scan).execute()
}

/** 重复 — the same page of the same file, taken in before. */
export function findSameScan(reader: Reader, fileSha256: string, filePage: number) {
  return reader
    .selectFrom('paperScan')
    .select(['id', 'state', 'addedAt'])
    .where('fileSha256', '=', fileSha256)
    .where('filePage', '=', filePage)
    .executeTakeFirst()
}

export async function insertPlace(
  writer: Writer,
  place: { readonly scanId: string; readonly documentId: string; readonly pageNo: number },
): Promise<void> {
  await writer
    .insertInto('paperScanPlace')
    .values(place)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deletePlaces(writer: Writer, scanId: string): Promise<void> {
  await writer.deleteFrom('paperScanPlace').where('scanId', '=', scanId).execute()
}

export interface Viewer {
  readonly userId: string
  readonly scope: Scope
}

/**
 * One picture. One that lies at a page is seen by whoever may see that village; one that nobody has placed yet could
 * show anybody, so only who brought it in sees it, and whoever answers for the whole township.
 */
export async function getScan(reader: Reader, viewer: Viewer, scanId: string) {
  const row = await scans(reader, viewer).where('s.id', '=', scanId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '扫描件' })
  return row
}
export type StoredScan = Awaited<ReturnType<typeof getScan>>

export interface ScanFilter {
  readonly state?: 'attached' | 'tray' | 'set-aside' | undefined
  readonly intakeId?: string | undefined
  readonly documentId?: string | undefined
  readonly householdId?: string | undefined
}

/** Newest first, read on by key. */
export async function listScans(
  reader: Reader,
  viewer: Viewer,
  filter: ScanFilter,
  page: { readonly after: string | null; readonly limit: number },
) {
  let query = filtered(scans(reader, viewer), filter)
    .innerJoin('user as u', 'u.id', 's.addedBy')
    .select(['u.displayName as addedByName', placeText.as('placeText')])
    .orderBy('s.addedAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(page.limit + 1)
  if (page.after !== null) {
    const [addedAt, id] = JSON.parse(page.after) as [string, string]
    query = query.where(sql<boolean>`(s.added_at, s.id) < (${addedAt}, ${id})`)
  }
  const rows = await query.execute()
  const { total } = await filtered(counted(reader, viewer), filter)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return { rows: shown, next: last === undefined ? null : JSON.stringify([last.addedAt, last.id]), total }
}

export async function saveScan(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  change: Partial<Insertable<PaperScanTable>>,
): Promise<void> {
  const result = await writer
    .updateTable('paperScan')
    .set({ ...change, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '扫描件' })
}

export function listPlaces(reader: Reader, scanId: string) {
  return reader
    .selectFrom('paperScanPlace as s')
    .innerJoin('paperDocument as d', 'd.id', 's.documentId')
    .innerJoin('division as v', 'v.code', 'd.villageCode')
    .select([
      's.documentId',
      's.pageNo',
      'd.serial',
      'd.kind',
      'd.pages',
      'd.villageCode',
      'v.name as villageName',
    ])
    .where('s.scanId', '=', scanId)
    .execute()
}

/** Pictures of a form's pages that wait only for its household to be known. */
export function listWaitingAt(
  reader: Reader,
  line: { readonly documentId: string; readonly firstPage: number; readonly lastPage: number },
) {
  return reader
    .selectFrom('paperScan as s')
    .innerJoin('paperScanPlace as p', 'p.scanId', 's.id')
    .selectAll('s')
    .select('p.pageNo')
    .where('p.documentId', '=', line.documentId)
    .where('p.pageNo', '>=', line.firstPage)
    .where('p.pageNo', '<=', line.lastPage)
    .where('s.state', '=', 'tray')
    .where('s.why', '=', 'household-open')
    .execute()
}

const placeText = sql<
  string | null
>`(SELECT group_concat(d.serial || ' 第' || p.page_no || '页', '；') FROM paper_scan_place p
  JOIN paper_document d ON d.id = p.document_id WHERE p.scan_id = s.id)`

function counted(reader: Reader, { userId, scope }: Viewer) {
  const visible = sql<boolean>`EXISTS (SELECT 1 FROM paper_scan_place p JOIN paper_document d ON d.id = p.document_id
    JOIN survey_round r ON r.id = d.round_id WHERE p.scan_id = s.id AND ${inVillages(sql.ref('d.village_code'), scope)}
    AND ${inProgrammes(scope)})`
  const whole = scope.villages === 'all' && scope.programmes === 'all'
  return reader
    .selectFrom('paperScan as s')
    .where(whole ? sql<boolean>`1` : sql<boolean>`(s.added_by = ${userId} OR ${visible})`)
}

function scans(reader: Reader, viewer: Viewer) {
  return counted(reader, viewer).selectAll('s')
}

function inProgrammes({ programmes }: Scope) {
  if (programmes === 'all') return sql<boolean>`1`
  return sql<boolean>`r.programme_code IN (SELECT value FROM json_each(${JSON.stringify(programmes)}))`
}

function filtered<Q extends ReturnType<typeof counted>>(query: Q, filter: ScanFilter): Q {
  let narrowed: ReturnType<typeof counted> = query
  if (filter.state !== undefined) narrowed = narrowed.where('s.state', '=', filter.state)
  if (filter.intakeId !== undefined) narrowed = narrowed.where('s.intakeId', '=', filter.intakeId)
  if (filter.documentId !== undefined)
    narrowed = narrowed.where(
      sql<boolean>`EXISTS (SELECT 1 FROM paper_scan_place f WHERE f.scan_id = s.id AND f.document_id = ${filter.documentId})`,
    )
  if (filter.householdId !== undefined)
    narrowed = narrowed.where(
      sql<boolean>`EXISTS (SELECT 1 FROM paper_scan_place f JOIN paper_line l ON l.document_id = f.document_id
        AND f.page_no BETWEEN l.first_page AND l.last_page WHERE f.scan_id = s.id AND l.household_id = ${filter.householdId})`,
    )
  return narrowed as Q
}
