import { sql } from 'kysely'
import type { BulkAccount, BulkPerson } from '../domain/bulk-change.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'

/** By what lines name people: any of these fits. */
export interface BulkAsked {
  readonly personIds?: readonly string[]
  readonly idNumbers?: readonly string[]
  readonly names?: readonly string[]
  /** Of their heads. */
  readonly householdNos?: readonly string[]
}

/** Everybody the lines could be about, within the villages somebody answers for, as they stand now. */
export async function listBulkPeople(reader: Reader, scope: Scope, asked: BulkAsked): Promise<BulkPerson[]> {
  const rows = await reader
    .selectFrom('person as p')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .leftJoin('division as d', 'd.code', 'h.villageCode')
    .select([
      'p.id',
      'p.name',
      'p.idNumber',
      'p.status',
      'p.phone',
      'p.relation',
      'p.ethnicity',
      'p.hukouKind',
    ])
    .select(['p.remark', 'p.householdId', 'h.householdNo', 'h.householderId', 'h.groupName', 'h.address'])
    .select('d.name as villageName')
    .where((e) => inVillages(e.ref('h.villageCode'), scope))
    .where(
      sql<boolean>`(p.id IN ${among(asked.personIds)} OR p.id_number IN ${among(asked.idNumbers)} OR p.name IN ${among(asked.names)}
        OR (p.id = h.householder_id AND (h.household_no IN ${among(asked.householdNos)} OR substr(h.household_no, 13) IN ${among(asked.householdNos)})))`,
    )
    .orderBy('p.id')
    .execute()
  const accounts = await accountsOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    idNumber: row.idNumber,
    status: row.status,
    villageName: row.villageName ?? '',
    householdId: row.householdId,
    householdNo: row.householdNo ?? '',
    isHead: row.householderId === row.id,
    values: {
      ...{ phone: row.phone, relation: row.relation, ethnicity: row.ethnicity },
      ...{ hukouKind: row.hukouKind, remark: row.remark },
    },
    household: { groupName: row.groupName ?? '', address: row.address ?? '' },
    accounts: accounts.get(row.id) ?? [],
  }))
}

async function accountsOf(
  reader: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, BulkAccount[]>> {
  const rows = await reader
    .selectFrom('account as k')
    .select(['k.id', 'k.personId', 'k.accountNo', 'k.bankName', 'k.custody'])
    .select(
      sql<
        0 | 1
      >`EXISTS (SELECT 1 FROM application a WHERE a.account_id = k.id AND a.status IN ('packaged','reported','received'))`.as(
        'isInPackage',
      ),
    )
    .where('k.status', '=', 'active')
    .where(sql<boolean>`k.person_id IN ${among(personIds)}`)
    .orderBy('k.createdAt')
    .orderBy('k.id')
    .execute()
  const views = rows.map(({ isInPackage, ...row }) => ({ ...row, isInPackage: isInPackage === 1 }))
  return Map.groupBy(views, ({ personId }) => personId)
}

export interface BulkValue {
  readonly entity: string
  readonly entityId: string
  readonly field: string
  readonly oldValue: string
  readonly newValue: string
}

export async function insertBulkEdit(
  writer: Writer,
  edit: {
    readonly id: string
    readonly reason: string
    readonly rows: number
    readonly fields: string
    readonly madeBy: string
    readonly madeAt: string
  },
  values: readonly BulkValue[],
): Promise<void> {
  await writer.insertInto('bulkEdit').values(edit).execute()
  insertRows(
    writer,
    'bulk_edit_value',
    values.map((value, seq) => ({ bulkEditId: edit.id, seq, ...value })),
  )
}

export async function getBulkEdit(reader: Reader, bulkEditId: string) {
  const row = await bulkEdits(reader).where('b.id', '=', bulkEditId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '批量改' })
  return row
}

/** Newest first. */
export function listBulkEdits(reader: Reader) {
  return bulkEdits(reader).orderBy('b.madeAt', 'desc').orderBy('b.id', 'desc').limit(200).execute()
}

export function listBulkValues(reader: Reader, bulkEditId: string) {
  return reader
    .selectFrom('bulkEditValue')
    .select(['seq', 'entity', 'entityId', 'field', 'oldValue', 'newValue'])
    .where('bulkEditId', '=', bulkEditId)
    .orderBy('seq')
    .execute()
}

/** 改过以后又改的 — values somebody has changed since, and accounts whose new number a second person has confirmed. */
export async function countChangedSince(reader: Reader, bulkEditId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM bulk_edit_value v WHERE v.bulk_edit_id = ${bulkEditId} AND EXISTS (
      SELECT 1 FROM value_change c WHERE c.entity_id = v.entity_id
        AND (c.field = v.field OR (v.field = 'accountNo' AND c.field IN ('confirmation', 'status')))
        AND c.id > (SELECT max(id) FROM value_change m WHERE m.entity_id = v.entity_id AND m.field = v.field AND m.source_id = ${bulkEditId}))`.execute(
    { getExecutor: () => reader.getExecutor() },
  )
  return rows[0]?.count ?? 0
}

export async function markBulkUndone(
  writer: Writer,
  bulkEditId: string,
  undone: { readonly by: string; readonly at: string; readonly reason: string },
): Promise<void> {
  await writer
    .updateTable('bulkEdit')
    .set({ undoneBy: undone.by, undoneAt: undone.at, undoneReason: undone.reason })
    .where('id', '=', bulkEditId)
    .where('undoneAt', 'is', null)
    .execute()
  await writer
    .updateTable('bulkEditValue')
    .set({ undone: 'done' })
    .where('bulkEditId', '=', bulkEditId)
    .execute()
}

function bulkEdits(reader: Reader) {
  return reader
    .selectFrom('bulkEdit as b')
    .innerJoin('user as m', 'm.id', 'b.madeBy')
    .leftJoin('user as u', 'u.id', 'b.undoneBy')
    .selectAll('b')
    .select(['m.displayName as madeByName', 'u.displayName as undoneByName'])
}

function among(values: readonly string[] | undefined) {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values ?? [])}))`
}
