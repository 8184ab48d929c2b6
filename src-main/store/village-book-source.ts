import type { PreviousLine } from '../domain/must-visit.ts'
import type { StoredEdit } from './survey-edit-queries.ts'
import type { Reader } from './reader.ts'

/** What a village's workbook of a round is filled from. */
export interface VillageSource {
  readonly tasks: readonly SourceTask[]
  /** By household, the householder not yet first. */
  readonly people: ReadonlyMap<string, readonly SourcePerson[]>
  /** By person, the newest first. */
  readonly accounts: ReadonlyMap<string, readonly SourceAccount[]>
  /** By task. */
  readonly edits: ReadonlyMap<string, readonly StoredEdit[]>
}

export interface SourceTask {
  /** null where the workbook is of the register alone. */
  readonly taskId: string | null
  readonly householdId: string
  readonly householdNo: string
  readonly groupName: string
  readonly householderId: string | null
  readonly previous: readonly PreviousLine[]
}

export type SourcePerson = Awaited<ReturnType<typeof listPeople>>[number] & {
  /** Only where the workbook is of the register alone. */
  readonly remark?: string
}
export type SourceAccount = Awaited<ReturnType<typeof listAccounts>>[number]

export interface VillageOfRound {
  readonly roundId: string
  readonly villageCode: string
}

/** In the order the village is walked: by group, then household number. */
export async function readVillageSource(reader: Reader, of: VillageOfRound): Promise<VillageSource> {
  const tasks = await listTasks(reader, of)
  const people = await listPeople(reader, of)
  const accounts = await listAccounts(reader, of)
  return {
    tasks,
    people: Map.groupBy(people, (person) => person.householdId ?? ''),
    accounts: Map.groupBy(accounts, (account) => account.personId),
    edits: Map.groupBy(await listVillageEdits(reader, of), (edit) => edit.taskId),
  }
}

async function listTasks(reader: Reader, { roundId, villageCode }: VillageOfRound): Promise<SourceTask[]> {
  const rows = await reader
    .selectFrom('surveyTask as t')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .select([
      't.id as taskId',
      't.householdId',
      'h.householdNo',
      't.groupName',
      'h.householderId',
      't.previous',
    ])
    .where('t.roundId', '=', roundId)
    .where('t.villageCode', '=', villageCode)
    .orderBy('t.groupName')
    .orderBy('h.householdNo')
    .execute()
  return rows.map((row) => ({ ...row, previous: JSON.parse(row.previous) as PreviousLine[] }))
}

function listPeople(reader: Reader, { roundId, villageCode }: VillageOfRound) {
  return reader
    .selectFrom('person as p')
    .innerJoin('surveyTask as t', 't.householdId', 'p.householdId')
    .select(['p.id', 'p.householdId', 'p.name', 'p.idNumber', 'p.relation', 'p.phone', 'p.status'])
    .where('t.roundId', '=', roundId)
    .where('t.villageCode', '=', villageCode)
    .orderBy('p.line')
    .orderBy('p.id')
    .execute()
}

function listAccounts(reader: Reader, { roundId, villageCode }: VillageOfRound) {
  return reader
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .innerJoin('surveyTask as t', 't.householdId', 'p.householdId')
    .select(['a.id', 'a.personId', 'a.accountNo', 'a.bankName', 'a.custody'])
    .where('t.roundId', '=', roundId)
    .where('t.villageCode', '=', villageCode)
    .where('a.status', '=', 'active')
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
}

/** Every edit of the village's tasks; what they say together is worked out from them. */
export async function listVillageEdits(
  reader: Reader,
  { roundId, villageCode }: VillageOfRound,
): Promise<StoredEdit[]> {
  const rows = await reader
    .selectFrom('surveyEdit as e')
    .innerJoin('surveyTask as t', 't.id', 'e.taskId')
    .selectAll('e')
    .where('t.roundId', '=', roundId)
    .where('t.villageCode', '=', villageCode)
    .execute()
  return rows.map((row) => ({ ...row, supersedes: JSON.parse(row.supersedes) as string[] }))
}

/** The household's task in the round, where it is of this village. */
export async function findTaskOf(
  reader: Reader,
  { roundId, villageCode }: VillageOfRound,
  householdId: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom('surveyTask')
    .select('id')
    .where('roundId', '=', roundId)
    .where('villageCode', '=', villageCode)
    .where('householdId', '=', householdId)
    .executeTakeFirst()
  return row?.id
}

export function countTasksByVillage(reader: Reader, roundId: string) {
  return reader
    .selectFrom('surveyTask')
    .select((e) => ['villageCode', e.fn.countAll<number>().as('tasks')])
    .where('roundId', '=', roundId)
    .groupBy('villageCode')
    .execute()
}
