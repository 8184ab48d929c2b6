import { sql, type Insertable, type Updateable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import { onItsWay } from './check-queries.ts'
import type { Reader, Writer } from './reader.ts'
import type { AccountAuthorisationTable, AccountTable } from './schema/register-tables.ts'

export async function insertAccount(writer: Writer, account: Insertable<AccountTable>): Promise<void> {
  await writer.insertInto('account').values(account).execute()
}

export function findAccount(reader: Reader, personId: string, accountNo: string) {
  return reader
    .selectFrom('account')
    .selectAll()
    .where('personId', '=', personId)
    .where('accountNo', '=', accountNo)
    .executeTakeFirst()
}

/** Saves some values of an account with the next version, where nobody has saved since they were read. */
export async function saveAccount(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  values: Updateable<AccountTable>,
): Promise<void> {
  const result = await writer
    .updateTable('account')
    .set({ ...values, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '账户' })
}

/** Whoever changes an account may review none of the records that are still to be paid to it. */
export async function recordAccountEditors(writer: Writer, accountId: string, userId: string): Promise<void> {
  await writer
    .insertInto('applicationEditor')
    .columns(['applicationId', 'userId', 'what'])
    .expression((e) =>
      e
        .selectFrom('application')
        .select(({ val }) => ['id', val(userId).as('userId'), val('account' as const).as('what')])
        .where('accountId', '=', accountId)
        .where('status', 'in', [...onItsWay]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** 授权 — a guardian's or an agent's, newest first; ended ones stay on record. */
export function listAuthorisations(reader: Reader, accountIds: readonly string[]) {
  return reader
    .selectFrom('accountAuthorisation')
    .selectAll()
    .where('accountId', 'in', [...accountIds])
    .orderBy('registeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertAuthorisation(
  writer: Writer,
  authorisation: Insertable<AccountAuthorisationTable>,
): Promise<void> {
  await writer.insertInto('accountAuthorisation').values(authorisation).execute()
}

export async function endAuthorisations(
  writer: Writer,
  accountId: string,
  kind: 'guardian' | 'agent',
  endedOn: string,
): Promise<void> {
  await writer
    .updateTable('accountAuthorisation')
    .set({ endedOn })
    .where('accountId', '=', accountId)
    .where('kind', '=', kind)
    .where('endedOn', 'is', null)
    .execute()
}

/** Who made the last change of each field that decides where money goes. */
export async function listLastEditors(
  reader: Reader,
  accountId: string,
  fields: readonly string[],
): Promise<string[]> {
  const last = reader
    .selectFrom('valueChange')
    .select((e) => e.fn.max('id').as('id'))
    .where('entity', '=', 'account')
    .where('entityId', '=', accountId)
    .where('field', 'in', [...fields])
    .groupBy('field')
  const rows = await reader.selectFrom('valueChange').select('changedBy').where('id', 'in', last).execute()
  return [...new Set(rows.map((row) => row.changedBy))]
}

/** Lines ready to leave whose account nobody but its editor has seen. */
export async function countUnconfirmed(reader: Reader, applicationIds: readonly string[]): Promise<number> {
  const row = await reader
    .selectFrom('application as a')
    .innerJoin('account as k', 'k.id', 'a.accountId')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('k.confirmation', '=', 'wanted')
    .where(sql<boolean>`a.id IN (SELECT value FROM json_each(${JSON.stringify(applicationIds)}))`)
    .executeTakeFirstOrThrow()
  return row.count
}
