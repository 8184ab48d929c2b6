import type { Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import { insertRows } from './insert-rows.ts'
import type { Writer } from './reader.ts'
import type { AccountTable, PersonTable } from './schema/register-tables.ts'

export interface NewHousehold {
  readonly id: string
  readonly householdNo: string
  readonly villageCode: string
  readonly groupName: string
  readonly address?: string
  readonly batchId: string | null
  readonly line: number | null
  readonly createdAt: string
}

/** What only happens to somebody later has no place in the bulk path. */
type LaterOfPerson = 'status' | 'version' | 'diedOn' | 'deathSource' | 'movedOn' | 'movedWhere'
type LaterOfAccount =
  | 'version'
  | 'holderKind'
  | 'holderIdNumber'
  | 'creditCode'
  | 'custody'
  | 'status'
  | 'confirmation'
  | 'confirmedBy'
  | 'confirmedAt'

export type NewPerson = Readonly<Required<Omit<Insertable<PersonTable>, LaterOfPerson>>>
export type NewAccount = Readonly<Required<Omit<Insertable<AccountTable>, LaterOfAccount>>>

/** Households without a householder yet: 户主待补 until one is named. */
export function insertHouseholds(writer: Writer, households: readonly NewHousehold[]): void {
  insertRows(
    writer,
    'household',
    households.map((household) => ({ ...household, householderPending: 1 })),
  )
}

export function insertPeople(writer: Writer, people: readonly NewPerson[]): void {
  insertRows(writer, 'person', people)
}

export function insertAccounts(writer: Writer, accounts: readonly NewAccount[]): void {
  insertRows(writer, 'account', accounts)
}

/** The person's account of this number, added in their own name when it is new. */
export async function findOrAddAccount(
  writer: Writer,
  account: Pick<NewAccount, 'id' | 'personId' | 'accountNo' | 'kind' | 'bankName' | 'enteredBy'> & {
    readonly at: string
  },
): Promise<{ id: string; bankName: string }> {
  const { at, ...values } = account
  const { personId, accountNo } = values
  const known = await writer
    .selectFrom('account')
    .select(['id', 'bankName'])
    .where('personId', '=', personId)
    .where('accountNo', '=', accountNo)
    .executeTakeFirst()
  if (known !== undefined) return known
  const holderName = await nameOf(writer, personId)
  insertAccounts(writer, [{ ...values, holderName, batchId: null, line: null, createdAt: at }])
  return { id: values.id, bankName: values.bankName ?? '' }
}

/** Names the householder, where nobody else has changed the household since it was read. */
export async function linkHouseholder(
  writer: Writer,
  { householdId, version, personId }: { householdId: string; version: number; personId: string },
): Promise<void> {
  const person = await writer
    .selectFrom('person')
    .select('householdId')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person?.householdId !== householdId) throw new Problem('record.not-found', { what: '户内成员' })
  const result = await writer
    .updateTable('household')
    .set({ householderId: personId, householderPending: 0, version: version + 1 })
    .where('id', '=', householdId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '户' })
}

/** Moves a person into a household. Answers where they were before. */
export async function joinHousehold(
  writer: Writer,
  { personId, householdId, relation }: { personId: string; householdId: string; relation: string },
): Promise<{ householdId: string | null; relation: string }> {
  const person = await writer
    .selectFrom('person')
    .select(['householdId', 'relation', 'version'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) throw new Problem('record.not-found', { what: '人员' })
  await leaveAsHouseholder(writer, personId, householdId)
  await writer
    .updateTable('person')
    .set({ householdId, relation, version: person.version + 1 })
    .where('id', '=', personId)
    .execute()
  return { householdId: person.householdId, relation: person.relation }
}

/** A household whose head moves away is 户主待补 again. */
async function leaveAsHouseholder(writer: Writer, personId: string, to: string): Promise<void> {
  await writer
    .updateTable('household')
    .set((e) => ({ householderId: null, householderPending: 1, version: e('version', '+', 1) }))
    .where('householderId', '=', personId)
    .where('id', '<>', to)
    .execute()
}

async function nameOf(writer: Writer, personId: string): Promise<string> {
  const person = await writer
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) throw new Problem('record.not-found', { what: '人员' })
  return person.name
}
