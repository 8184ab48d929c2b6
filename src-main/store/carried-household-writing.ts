import { preparedOn } from './raw.ts'
import type { Writer } from './reader.ts'
import { toSnakeCase } from './insert-rows.ts'

type Value = string | number | null
export type CarriedRow = Readonly<Record<string, Value>>

/** What a laptop is given of one household, as rows of the register's own tables. */
export interface HouseholdToKeep {
  readonly household: CarriedRow & { readonly id: string; readonly householdNo: string }
  readonly people: readonly (CarriedRow & { readonly id: string; readonly idNumber: string })[]
  readonly accounts: readonly (CarriedRow & {
    readonly id: string
    readonly personId: string
    readonly accountNo: string
  })[]
  readonly parcels: readonly CarriedRow[]
}

/**
 * The office's register as a laptop is given it: never changed there, so the newer package's rows simply stand.
 * `older` leaves rows that are there as they are – a package that was overtaken brings only what is missing.
 */
export function keepHousehold(writer: Writer, given: HouseholdToKeep, older: boolean): void {
  const put = (table: string, row: CarriedRow) => putRow(writer, table, row, older)
  if (!older) freeNumbers(writer, given)
  put('household', given.household)
  if (!older) leaveHousehold(writer, given)
  for (const person of given.people) put('person', person)
  for (const account of given.accounts) put('account', account)
  for (const parcel of given.parcels) put('parcel', parcel)
}

/**
 * A row by its key: added, or – where a newer package says so – made what that says. Two plain statements: an upsert
 * would take away from the search's triggers their leave to ignore what they have noted already.
 */
export function putRow(writer: Writer, table: string, row: CarriedRow, older: boolean, key = ['id']): void {
  const columns = Object.keys(row)
  const named = (some: readonly string[], between: string) =>
    some.map((column) => `${toSnakeCase(column)} = ?`).join(between)
  const keyValues = key.map((column) => row[column] ?? null)
  const isThere = preparedOn(writer, `SELECT 1 FROM ${table} WHERE ${named(key, ' AND ')}`).get(keyValues)
  if (isThere !== undefined) {
    const rest = columns.filter((column) => !key.includes(column))
    if (older || rest.length === 0) return
    const update = `UPDATE ${table} SET ${named(rest, ', ')} WHERE ${named(key, ' AND ')}`
    preparedOn(writer, update).run([...rest.map((column) => row[column] ?? null), ...keyValues])
    return
  }
  const marks = columns.map(() => '?').join(', ')
  const insert = `INSERT INTO ${table} (${columns.map(toSnakeCase).join(', ')}) VALUES (${marks})`
  preparedOn(writer, insert).run(Object.values(row))
}

/** 确权 — ledger lines under the import they came by at the office; lines that are here stay. */
export function keepLandRights(
  writer: Writer,
  batch: { readonly id: string; readonly fileName: string; readonly importedAt: string },
  by: string,
  rows: readonly CarriedRow[],
): void {
  const { id, fileName, importedAt } = batch
  const whole = { kind: 'land-rights', fileName, fileSha256: '', year: null, importedBy: by, importedAt }
  putRow(writer, 'list_import', { id, ...whole }, true)
  const counts = { lines: 0, accepted: 0, rejected: 0, warned: 0, skipped: 0 }
  putRow(writer, 'list_batch', { id, importId: id, ...whole, sheet: '', headers: '[]', ...counts }, true)
  for (const row of rows) putRow(writer, 'land_right', row, true, ['batchId', 'line'])
}

/** Who is no longer of the household has left it here too. */
function leaveHousehold(writer: Writer, { household, people }: HouseholdToKeep): void {
  preparedOn(
    writer,
    `UPDATE person SET household_id = NULL WHERE household_id = ? AND id NOT IN (SELECT value FROM json_each(?))`,
  ).run([household.id, JSON.stringify(people.map(({ id }) => id))])
}

/** Numbers that have become somebody else's at the office are taken off whatever bears them here still. */
function freeNumbers(writer: Writer, { household, people, accounts }: HouseholdToKeep): void {
  preparedOn(
    writer,
    `UPDATE household SET household_no = household_no || '#' || substr(id, -12) WHERE household_no = ? AND id <> ?`,
  ).run([household.householdNo, household.id])
  const freeIdNumber = preparedOn(
    writer,
    `UPDATE person SET household_id = NULL, id_number = 'X' || substr(replace(id, '-', ''), 16) WHERE id_number = ? AND id <> ?`,
  )
  for (const { id, idNumber } of people) freeIdNumber.run([idNumber, id])
  const freeAccountNo = preparedOn(
    writer,
    `UPDATE account SET account_no = account_no || '#' || substr(id, -12) WHERE person_id = ? AND account_no = ? AND id <> ?`,
  )
  for (const { id, personId, accountNo } of accounts) freeAccountNo.run([personId, accountNo, id])
}
