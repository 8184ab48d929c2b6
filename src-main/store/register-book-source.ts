import type { Reader } from './reader.ts'
import { readVillageSource, type SourceTask, type VillageSource } from './village-book-source.ts'

/** Which workbook: of a survey round, or of the register alone. */
export interface BookOf {
  readonly roundId: string | null
  readonly villageCode: string
}

/** What a workbook is filled from, and later compared with. */
export function readBookSource(reader: Reader, { roundId, villageCode }: BookOf): Promise<VillageSource> {
  return roundId === null
    ? readRegisterSource(reader, villageCode)
    : readVillageSource(reader, { roundId, villageCode })
}

/** 登记簿 — every household of the village that is registered, with everybody and every account in use. */
async function readRegisterSource(reader: Reader, villageCode: string): Promise<VillageSource> {
  const [people, accounts] = [await listPeople(reader, villageCode), await listAccounts(reader, villageCode)]
  return {
    tasks: await listHouseholds(reader, villageCode),
    people: Map.groupBy(people, (person) => person.householdId ?? ''),
    accounts: Map.groupBy(accounts, (account) => account.personId),
    edits: new Map(),
  }
}

async function listHouseholds(reader: Reader, villageCode: string): Promise<SourceTask[]> {
  const rows = await reader
    .selectFrom('household')
    .select(['id as householdId', 'householdNo', 'groupName', 'householderId'])
    .where('villageCode', '=', villageCode)
    .where('status', '=', 'registered')
    .orderBy('groupName')
    .orderBy('householdNo')
    .execute()
  return rows.map((row) => ({ ...row, taskId: null, previous: [] }))
}

function listPeople(reader: Reader, villageCode: string) {
  return reader
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .select([
      ...(['p.id', 'p.householdId', 'p.name', 'p.idNumber', 'p.relation', 'p.phone'] as const),
      ...(['p.status', 'p.remark'] as const),
    ])
    .where('h.villageCode', '=', villageCode)
    .where('h.status', '=', 'registered')
    .orderBy('p.line')
    .orderBy('p.id')
    .execute()
}

function listAccounts(reader: Reader, villageCode: string) {
  return reader
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .select(['a.id', 'a.personId', 'a.accountNo', 'a.bankName', 'a.custody'])
    .where('h.villageCode', '=', villageCode)
    .where('h.status', '=', 'registered')
    .where('a.status', '=', 'active')
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
}

/** Who of the village is registered, dead or gone, their households ended or not. */
export async function readStatuses(
  reader: Reader,
  villageCode: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .select(['p.id', 'p.status'])
    .where('h.villageCode', '=', villageCode)
    .execute()
  return new Map(rows.map(({ id, status }) => [id, status]))
}

export function countHouseholdsByVillage(reader: Reader) {
  return reader
    .selectFrom('household')
    .select((e) => ['villageCode', e.fn.countAll<number>().as('tasks')])
    .where('status', '=', 'registered')
    .groupBy('villageCode')
    .execute()
}
