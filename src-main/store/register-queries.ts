import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

/** 户 — as the list shows it; numbers are whole, the use case masks them. */
export interface HouseholdRow {
  readonly householdId: string
  readonly householdNo: string
  readonly villageCode: string
  readonly villageName: string
  readonly groupName: string
  readonly householderName: string
  readonly householderIdNumber: string
  readonly householderPhone: string
  readonly householderPending: boolean
  readonly status: 'registered' | 'cancelled' | 'moved-out'
  readonly members: number
}

export interface HouseholdPage {
  readonly villageCode?: string | undefined
  readonly pendingOnly: boolean
  readonly status?: 'registered' | 'ended' | undefined
  /** The `next` of the page before. */
  readonly after: string | null
  readonly limit: number
}

/** By village and household number, read by key. */
export async function listHouseholds(
  reader: Reader,
  scope: Scope,
  page: HouseholdPage,
): Promise<{ rows: HouseholdRow[]; next: string | null; total: number }> {
  const found = await householdRows(reader, scope, page)
    .limit(page.limit + 1)
    .execute()
  const rows = found
    .slice(0, page.limit)
    .map((row) => ({ ...row, householderPending: row.householderPending === 1 }))
  const last = rows.at(-1)
  const next = found.length > page.limit && last ? JSON.stringify([last.villageCode, last.householdNo]) : null
  return { rows, next, total: await countHouseholds(reader, scope, page) }
}

export interface VillageCount {
  readonly villageCode: string
  readonly villageName: string
  readonly households: number
  readonly pendingHouseholders: number
}

/** Villages with somebody in them, counted by the database from the key of their households alone. */
export function countHouseholdsByVillage(reader: Reader, scope: Scope): Promise<VillageCount[]> {
  const counted = reader
    .selectFrom('household as h')
    .where((e) => inVillages(e.ref('h.villageCode'), scope))
    .where('h.status', '=', 'registered')
    .select((e) => [
      'h.villageCode',
      e.fn.countAll<number>().as('households'),
      e.fn.sum<number>('h.householderPending').as('pendingHouseholders'),
    ])
    .groupBy('h.villageCode')
  return reader
    .selectFrom(counted.as('c'))
    .innerJoin('division as d', 'd.code', 'c.villageCode')
    .selectAll('c')
    .select('d.name as villageName')
    .orderBy('c.villageCode')
    .execute()
}

/** Of the registered households of one village. */
export async function countPeople(reader: Reader, villageCode: string): Promise<number> {
  const { people } = await reader
    .selectFrom('household as h')
    .innerJoin('person as p', 'p.householdId', 'h.id')
    .where('h.villageCode', '=', villageCode)
    .where('h.status', '=', 'registered')
    .where('p.status', '=', 'registered')
    .select((e) => e.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  return people
}

export function listMemberNames(
  reader: Reader,
  householdId: string,
): Promise<{ name: string; relation: string }[]> {
  return reader
    .selectFrom('person')
    .select(['name', 'relation'])
    .where('householdId', '=', householdId)
    .orderBy('line')
    .orderBy('id')
    .execute()
}

function householdRows(reader: Reader, scope: Scope, page: HouseholdPage) {
  const rows = households(reader, scope, page)
    .innerJoin('division as d', 'd.code', 'h.villageCode')
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .select((e) => [
      'h.id as householdId',
      'h.householdNo',
      'h.villageCode',
      'd.name as villageName',
      'h.groupName',
      e.fn.coalesce('p.name', sql<string>`''`).as('householderName'),
      e.fn.coalesce('p.idNumber', sql<string>`''`).as('householderIdNumber'),
      e.fn.coalesce('p.phone', sql<string>`''`).as('householderPhone'),
      'h.householderPending',
      'h.status',
      e
        .selectFrom('person as m')
        .whereRef('m.householdId', '=', 'h.id')
        .where('m.status', '=', 'registered')
        .select((m) => m.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('members'),
    ])
    .orderBy('h.villageCode')
    .orderBy('h.householdNo')
  if (page.after === null) return rows
  const [villageCode, householdNo] = JSON.parse(page.after) as [string, string]
  return rows.where(sql<boolean>`(h.village_code, h.household_no) > (${villageCode}, ${householdNo})`)
}

async function countHouseholds(reader: Reader, scope: Scope, page: HouseholdPage): Promise<number> {
  const query = households(reader, scope, page).select((e) => e.fn.countAll<number>().as('count'))
  return (await query.executeTakeFirstOrThrow()).count
}

function households(reader: Reader, scope: Scope, page: HouseholdPage) {
  const { villageCode, pendingOnly, status = 'registered' } = page
  let query = reader
    .selectFrom('household as h')
    .where((e) => inVillages(e.ref('h.villageCode'), scope))
    .where('h.status', status === 'registered' ? '=' : '<>', 'registered')
  if (villageCode !== undefined) query = query.where('h.villageCode', '=', villageCode)
  if (pendingOnly) query = query.where('h.householderPending', '=', 1)
  return query
}

/** What a register list of these villages must not touch: ID numbers and household numbers registered elsewhere. */
export async function listRegisteredElsewhere(
  reader: Reader,
  scope: Scope,
): Promise<{ readonly idNumbers: ReadonlySet<string>; readonly householdNos: ReadonlySet<string> }> {
  const rows = await reader
    .selectFrom('household as h')
    .leftJoin('person as p', 'p.householdId', 'h.id')
    .select(['h.householdNo', 'p.idNumber'])
    .where((e) => e.not(inVillages(e.ref('h.villageCode'), scope)))
    .execute()
  return {
    householdNos: new Set(rows.map((row) => row.householdNo)),
    idNumbers: new Set(rows.flatMap((row) => row.idNumber ?? [])),
  }
}
