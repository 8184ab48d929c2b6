import { sql, type Insertable } from 'kysely'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { FoundHouseholdTable } from './schema/fieldwork-tables.ts'
import type { StoredEdit } from './survey-edit-queries.ts'

type NewFound = Omit<
  Insertable<FoundHouseholdTable>,
  'status' | 'became' | 'decidedBy' | 'decidedAt' | 'decidedReason'
>

/** The first word of a found household; later words of the same one change nothing here. */
export async function insertFound(writer: Writer, found: NewFound): Promise<boolean> {
  const result = await writer
    .insertInto('foundHousehold')
    .values({ ...found, became: null, decidedBy: null, decidedAt: null })
    .onConflict((conflict) => conflict.column('taskId').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export function listFoundByTask(reader: Reader, taskIds: readonly string[]) {
  return reader
    .selectFrom('foundHousehold')
    .selectAll()
    .where((e) => amongTexts(e.ref('taskId'), taskIds))
    .orderBy('taskId')
    .execute()
}
export type StoredFound = Awaited<ReturnType<typeof listFoundByTask>>[number]

export function findFoundByHousehold(reader: Reader, householdId: string) {
  return reader
    .selectFrom('foundHousehold')
    .select(['taskId', 'became'])
    .where('householdId', '=', householdId)
    .executeTakeFirst()
}

/** Of these households, those somebody was told of as found. */
export async function listFoundHouseholdIds(
  reader: Reader,
  householdIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('foundHousehold')
    .select('householdId')
    .where((e) => amongTexts(e.ref('householdId'), householdIds))
    .execute()
  return new Set(rows.map((row) => row.householdId))
}

export function listFoundOfRound(reader: Reader, roundId: string) {
  return reader
    .selectFrom('foundHousehold')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('taskId')
    .execute()
}

/** What laptops told of in the villages and programmes somebody answers for, with what became of it. */
export function listFound(reader: Reader, scope: Scope) {
  let query = reader
    .selectFrom('foundHousehold as f')
    .innerJoin('surveyRound as r', 'r.id', 'f.roundId')
    .leftJoin('division as d', 'd.code', 'f.villageCode')
    .leftJoin('machine as m', 'm.id', 'f.machineId')
    .leftJoin('user as u', 'u.id', 'f.decidedBy')
    .leftJoin('surveyTask as t', 't.id', 'f.became')
    .leftJoin('household as h', 'h.id', 't.householdId')
    .selectAll('f')
    .select(['r.name as roundName', 'd.name as villageName', 'm.name as machineName'])
    .select(['u.displayName as decidedByName', 'h.id as becameHouseholdId', 'h.householdNo as becameNo'])
    .where((e) => inVillages(e.ref('f.villageCode'), scope))
    .orderBy('f.taskId')
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return query.execute()
}
export type FoundRow = Awaited<ReturnType<typeof listFound>>[number]

export async function listFoundEdits(reader: Reader, taskIds: readonly string[]): Promise<StoredEdit[]> {
  const rows = await reader
    .selectFrom('foundEdit')
    .selectAll()
    .where((e) => amongTexts(e.ref('taskId'), taskIds))
    .orderBy('editedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, supersedes: JSON.parse(row.supersedes) as string[] }))
}

export async function countOpenFound(reader: Reader, roundId: string): Promise<number> {
  const { open } = await reader
    .selectFrom('foundHousehold')
    .select((e) => e.fn.countAll<number>().as('open'))
    .where('roundId', '=', roundId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return open
}

export async function saveFoundDecision(
  writer: Writer,
  taskIds: readonly string[],
  decided: {
    readonly became: string | null
    readonly by: string
    readonly at: string
    readonly reason: string
  },
): Promise<void> {
  await writer
    .updateTable('foundHousehold')
    .set({ status: decided.became === null ? 'declined' : 'taken', became: decided.became })
    .set({ decidedBy: decided.by, decidedAt: decided.at, decidedReason: decided.reason })
    .where((e) => amongTexts(e.ref('taskId'), taskIds))
    .execute()
}

/** Photos and scans of a found household are those of what it turned out to be. */
export async function giveEvidence(
  writer: Writer,
  found: Pick<StoredFound, 'taskId' | 'householdId'>,
  to: { readonly taskId: string; readonly householdId: string },
): Promise<void> {
  await writer
    .updateTable('evidence')
    .set({ subjectId: to.householdId })
    .set((e) => ({
      originId: sql<
        string | null
      >`CASE WHEN ${e.ref('originId')} = ${found.taskId} THEN ${to.taskId} ELSE ${e.ref('originId')} END`,
    }))
    .where('subjectKind', '=', 'household')
    .where('subjectId', '=', found.householdId)
    .execute()
}

/** Of these ids, those tasks or households that are here already. */
export async function listTakenIds(
  reader: Reader,
  table: 'surveyTask' | 'household',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom(table)
    .select('id')
    .where((e) => amongTexts(e.ref('id'), ids))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Rounds a laptop was ever given anything of. */
export async function listRoundsGivenTo(reader: Reader, machineId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('fieldAssignment')
    .select('roundId')
    .distinct()
    .where('machineId', '=', machineId)
    .execute()
  return new Set(rows.map(({ roundId }) => roundId))
}

/** Whom the register knows under these ID numbers, with their household where they have one. */
export function listRegistered(reader: Reader, idNumbers: readonly string[]) {
  return registered(reader)
    .where((e) => amongTexts(e.ref('p.idNumber'), idNumbers))
    .execute()
}

/** 同名 — people of a village called like somebody who was met there. */
export function listNamesakes(reader: Reader, villageCode: string, names: readonly string[]) {
  return registered(reader)
    .where('h.villageCode', '=', villageCode)
    .where((e) => amongTexts(e.ref('p.name'), names))
    .limit(20)
    .execute()
}

function registered(reader: Reader) {
  return reader
    .selectFrom('person as p')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .leftJoin('division as d', 'd.code', 'h.villageCode')
    .leftJoin('person as o', 'o.id', 'h.householderId')
    .select(['p.id', 'p.name', 'p.idNumber', 'p.relation', 'p.status', 'p.householdId'])
    .select(['h.householdNo', 'h.groupName', 'h.status as householdStatus', 'd.name as villageName'])
    .select('o.name as headName')
    .orderBy('p.id')
}
export type RegisteredPerson = Awaited<ReturnType<typeof listRegistered>>[number]
