import type { Updateable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import { onList } from './household-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { PersonTable } from './schema/register-tables.ts'

export function findPersonByIdNumber(reader: Reader, idNumber: string) {
  return reader.selectFrom('person').selectAll().where('idNumber', '=', idNumber).executeTakeFirst()
}

/** One person within the scope, by their household's village or, without one, by their roll lines'. */
export async function getPerson(reader: Reader, scope: Scope, personId: string) {
  const row = await peopleInScope(reader, scope)
    .where('p.id', '=', personId)
    .selectAll('p')
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '人员' })
  return row
}

export function getPersonAnywhere(reader: Reader, personId: string) {
  return reader.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
}

/** ID numbers of everybody of some households. */
export async function listNumbersOfHouseholds(
  reader: Reader,
  householdIds: readonly string[],
): Promise<string[]> {
  const rows = await reader
    .selectFrom('person')
    .select('idNumber')
    .where((e) => amongTexts(e.ref('householdId'), householdIds))
    .execute()
  return rows.map(({ idNumber }) => idNumber)
}

/** Whom an application is for, with the day of death a list has. */
export function readBeneficiary(reader: Reader, applicationId: string) {
  return reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .select(['p.id', 'p.status', 'p.diedOn', onList('deceased', 'max(e.on_day)').as('listedDeath')])
    .where('a.id', '=', applicationId)
    .executeTakeFirstOrThrow()
}

export function getAccountAnywhere(reader: Reader, accountId: string) {
  return reader.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow()
}

export async function getAccount(reader: Reader, scope: Scope, accountId: string) {
  const row = await peopleInScope(reader, scope)
    .innerJoin('account as a', 'a.personId', 'p.id')
    .where('a.id', '=', accountId)
    .selectAll('a')
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '账户' })
  return row
}

/** Saves some values of a person with the next version, where nobody has saved since they were read. */
export async function savePerson(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  values: Updateable<PersonTable>,
): Promise<void> {
  const result = await writer
    .updateTable('person')
    .set({ ...values, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '人员' })
}

function peopleInScope(reader: Reader, scope: Scope) {
  return reader
    .selectFrom('person as p')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .where((e) =>
      e.or([
        inVillages(e.ref('h.villageCode'), scope),
        e.and([
          e('h.id', 'is', null),
          e.exists(
            e
              .selectFrom('rosterLine as r')
              .select('r.id')
              .whereRef('r.personId', '=', 'p.id')
              .where((r) => inVillages(r.ref('r.villageCode'), scope)),
          ),
        ]),
      ]),
    )
}
