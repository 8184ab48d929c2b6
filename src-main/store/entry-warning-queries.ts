import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Reader } from './reader.ts'

const textList = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Who in the register has one of these ID numbers, and where: in the caller's villages or not. */
export function listPeopleByIdNumbers(reader: Reader, idNumbers: readonly string[]) {
  return reader
    .selectFrom('person as p')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .leftJoin('division as d', 'd.code', 'h.villageCode')
    .select(['p.id', 'p.idNumber', 'p.name', 'h.villageCode', 'd.name as villageName', 'h.groupName'])
    .where(sql<boolean>`p.id_number IN ${textList(idNumbers)}`)
    .execute()
}

/** Whose accounts have one of these numbers. */
export function listPeopleByAccounts(reader: Reader, accountNos: readonly string[]) {
  return reader
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .leftJoin('division as d', 'd.code', 'h.villageCode')
    .select([
      'a.accountNo',
      'p.id',
      'p.idNumber',
      'p.name',
      'h.villageCode',
      'd.name as villageName',
      'h.groupName',
    ])
    .where(sql<boolean>`a.account_no IN ${textList(accountNos)}`)
    .where('a.status', '=', 'active')
    .execute()
}

/** What the lists of others, still in force, say of these people. */
export function listEntriesOf(reader: Reader, idNumbers: readonly string[]) {
  return reader
    .selectFrom('externalEntry as e')
    .innerJoin('listBatch as b', 'b.id', 'e.batchId')
    .select(['e.idNumber', 'e.kind', 'e.name', 'e.onDay', 'e.untilDay', 'e.category', 'e.level', 'e.facts'])
    .where(sql<boolean>`e.id_number IN ${textList(idNumbers)}`)
    .where('b.undoneAt', 'is', null)
    .where('e.endedBy', 'is', null)
    .orderBy('e.kind')
    .execute()
}

/** What these people were given by other programmes, the newest year of each; only programmes of the scope. */
export function listReceived(
  reader: Reader,
  { programmes }: Scope,
  idNumbers: readonly string[],
  butProgramme: string,
) {
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .leftJoin('programme as g', 'g.code', 'r.programmeCode')
    .select((e) => [
      'p.idNumber',
      'r.programmeCode',
      e.fn.coalesce('g.name', 'r.programmeCode').as('programmeName'),
      e.fn.max('r.year').as('year'),
      e.fn.sum<number>('r.amountFen').as('amountFen'),
    ])
    .where(sql<boolean>`p.id_number IN ${textList(idNumbers)}`)
    .where('r.programmeCode', '<>', butProgramme)
    .where('b.undoneAt', 'is', null)
    .groupBy(['p.idNumber', 'r.programmeCode', 'r.year'])
    .orderBy('r.programmeCode')
    .orderBy('r.year', 'desc')
  if (programmes !== 'all') query = query.where('r.programmeCode', 'in', [...programmes])
  return query.execute()
}
