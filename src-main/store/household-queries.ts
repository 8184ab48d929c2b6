import { sql } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { onItsWay } from './check-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

/** One household within the scope; outside of it there is none. */
export async function getHousehold(reader: Reader, scope: Scope, householdId: string) {
  const row = await reader
    .selectFrom('household as h')
    .innerJoin('division as d', 'd.code', 'h.villageCode')
    .leftJoin('listBatch as b', 'b.id', 'h.batchId')
    .where('h.id', '=', householdId)
    .where((e) => inVillages(e.ref('h.villageCode'), scope))
    .selectAll('h')
    .select(['d.name as villageName', 'b.fileName', 'b.sheet', 'b.importedBy'])
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '户' })
  return { ...row, householderPending: row.householderPending === 1 }
}

export function findHouseholdByNo(reader: Reader, householdNo: string) {
  return reader
    .selectFrom('household')
    .select(['id', 'status'])
    .where('householdNo', '=', householdNo)
    .executeTakeFirst()
}

/** The number itself and those made from it (H-1, H-1-1, …). */
export async function listNumbersLike(reader: Reader, householdNo: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('household')
    .select('householdNo')
    .where('householdNo', '>=', householdNo)
    .where('householdNo', '<', `${householdNo}.`)
    .execute()
  return rows.map((row) => row.householdNo)
}

/** With what the lists of the dead and of the payroll say of each, and the line each came from. */
export async function listMembers(reader: Reader, householdId: string) {
  const rows = await reader
    .selectFrom('person as p')
    .leftJoin('listBatch as b', 'b.id', 'p.batchId')
    .where('p.householdId', '=', householdId)
    .selectAll('p')
    .select(['b.fileName', 'b.sheet'])
    .select(onList('deceased', 'coalesce(max(e.on_day), max(b.imported_at))').as('deathDate'))
    .select(onList('payroll', 'max(e.line)').as('payrollLine'))
    .orderBy('p.line')
    .orderBy('p.id')
    .execute()
  return rows.map(({ payrollLine, ...row }) => ({ ...row, onPayroll: payrollLine !== null }))
}

export function listMemberAccounts(reader: Reader, householdId: string) {
  return accounts(reader).where('p.householdId', '=', householdId).execute()
}

export function listPersonAccounts(reader: Reader, personId: string) {
  return accounts(reader).where('p.id', '=', personId).execute()
}

function accounts(reader: Reader) {
  return reader
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .leftJoin('listBatch as b', 'b.id', 'a.batchId')
    .selectAll('a')
    .select(['b.fileName', 'b.sheet', 'p.name as ownerName', 'p.status as ownerStatus'])
    .select((e) =>
      e
        .selectFrom('application as n')
        .whereRef('n.accountId', '=', 'a.id')
        .where('n.status', 'in', [...onItsWay])
        .select((n) => n.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('onTheWay'),
    )
    .orderBy('a.status')
    .orderBy('a.createdAt')
    .orderBy('a.id')
}

/** 确权 — land ledger lines under any member's number. */
export function listMemberLandRights(reader: Reader, householdId: string) {
  return reader
    .selectFrom('landRight as l')
    .innerJoin('person as p', 'p.idNumber', 'l.idNumber')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .where('p.householdId', '=', householdId)
    .where('b.undoneAt', 'is', null)
    .selectAll('l')
    .select(['b.fileName', 'b.sheet'])
    .orderBy('b.importedAt', 'desc')
    .orderBy('l.line')
    .execute()
}

/** Applications of the household or of anybody now in it. */
export function listMemberApplications(reader: Reader, scope: Scope, householdId: string) {
  let query = reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('programme as g', 'g.code', 'a.programmeCode')
    .where((e) => e.or([e('a.householdId', '=', householdId), e('p.householdId', '=', householdId)]))
  if (scope.programmes !== 'all') query = query.where('a.programmeCode', 'in', [...scope.programmes])
  return query
    .selectAll('a')
    .select(['p.name as beneficiaryName', 'g.name as programmeName'])
    .orderBy('a.year', 'desc')
    .orderBy('a.id')
    .execute()
}

export function listMemberRosterLines(reader: Reader, scope: Scope, householdId: string) {
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .leftJoin('programme as g', 'g.code', 'r.programmeCode')
    .where('p.householdId', '=', householdId)
    .where('b.undoneAt', 'is', null)
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return query
    .selectAll('r')
    .select((e) => ['b.fileName', 'b.sheet', e.fn.coalesce('g.name', 'r.programmeCode').as('programmeName')])
    .orderBy('r.year', 'desc')
    .orderBy('r.line')
    .execute()
}

/** One value from a list outside the register that a person stands on, or null. */
export function onList(kind: 'deceased' | 'payroll', value: string) {
  return sql<
    string | null
  >`(SELECT ${sql.raw(value)} FROM external_entry e JOIN list_batch b ON b.id = e.batch_id
    WHERE e.id_number = p.id_number AND e.kind = ${kind} AND e.ended_by IS NULL AND b.undone_at IS NULL)`
}
