import { setImmediate } from 'node:timers/promises'
import type { RegisterFacts } from '../domain/register-change.ts'
import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'
import { recordValueChange } from './value-changes.ts'

/** A stored person as an import meets them: the id, the version, and what a register line is compared with. */
export interface PersonKey extends RegisterFacts {
  readonly id: string
  readonly version: number
  readonly householdId: string | null
  readonly idNumber: string
  readonly status: string
}

const atOnce = 4_000

/** Everybody by ID number, in slices so that others get their turn. */
export async function listPersonKeys(reader: Reader): Promise<ReadonlyMap<string, PersonKey>> {
  const slice = rawOf(reader).prepare<[string, number], PersonKey>(
    `SELECT p.id, p.version, p.household_id AS householdId, coalesce(h.household_no, '') AS householdNo,
      coalesce(h.village_code, '') AS villageCode, coalesce(h.group_name, '') AS groupName, p.id_number AS idNumber,
      p.name, p.relation, p.phone, p.ethnicity, p.hukou_kind AS hukouKind, p.status
    FROM person p LEFT JOIN household h ON h.id = p.household_id WHERE p.id > ? ORDER BY p.id LIMIT ?`,
  )
  const people = new Map<string, PersonKey>()
  for (let after = ''; ;) {
    const found = slice.all(after, atOnce)
    for (const person of found) people.set(person.idNumber, person)
    after = found.at(-1)?.id ?? ''
    if (found.length < atOnce) return people
    await setImmediate()
  }
}

export interface HouseholdKey {
  readonly id: string
  readonly villageCode: string
  readonly groupName: string
  readonly pending: boolean
  readonly householderId: string | null
}

export async function listHouseholdKeys(reader: Reader): Promise<ReadonlyMap<string, HouseholdKey>> {
  const rows = await reader
    .selectFrom('household')
    .select(['id', 'householdNo', 'villageCode', 'groupName', 'householderPending', 'householderId'])
    .execute()
  return new Map(
    rows.map(({ householdNo, householderPending, ...household }) => [
      householdNo,
      { ...household, pending: householderPending === 1 },
    ]),
  )
}

/** Who heads a household. */
export interface Head {
  readonly householdId: string
  readonly personId: string
}

/** Names the householders of households made or left open by an import; bulk path, no version check. */
export function setHouseholders(writer: Writer, heads: readonly Head[]): void {
  const statement = rawOf(writer).prepare(
    'UPDATE household SET householder_id = ?, householder_pending = 0 WHERE id = ?',
  )
  for (const { householdId, personId } of heads) statement.run(personId, householdId)
}

export const changeable = [
  'name',
  'relation',
  'ethnicity',
  'hukouKind',
  'phone',
  'householdId',
  'status',
] as const
export type RegisterChange = Readonly<Partial<Record<(typeof changeable)[number], string>>>

export interface ChangeSource {
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly batchId: string
  readonly line: number | null
}

/** Saves the newer values of a person and keeps what stood before, field by field. */
export async function saveRegisterChange(
  writer: Writer,
  known: PersonKey,
  values: RegisterChange,
  source: ChangeSource,
): Promise<void> {
  const changed = changeable.filter((field) => values[field] !== undefined && known[field] !== values[field])
  if (changed.length === 0) return
  for (const field of changed)
    await keepChange(writer, 'person', known.id, [field, known[field], values[field] ?? null], source)
  await writer
    .updateTable('person')
    .set({ ...(values as Record<string, string>), version: known.version + 1 })
    .where('id', '=', known.id)
    .execute()
}

/** A household stands where the newer list says. */
export async function movePlace(
  writer: Writer,
  household: HouseholdKey,
  place: { readonly villageCode: string; readonly groupName: string },
  source: ChangeSource,
): Promise<void> {
  for (const field of ['villageCode', 'groupName'] as const)
    if (household[field] !== place[field])
      await keepChange(writer, 'household', household.id, [field, household[field], place[field]], source)
  await writer
    .updateTable('household')
    .set((e) => ({ ...place, version: e('version', '+', 1) }))
    .where('id', '=', household.id)
    .execute()
}

/** One value an import changed, as it stood and as it stands. */
export async function keepChange(
  writer: Writer,
  entity: 'person' | 'household',
  entityId: string,
  [field, oldValue, newValue]: readonly [field: string, oldValue: string | null, newValue: string | null],
  { reason, by, at, batchId, line }: ChangeSource,
): Promise<void> {
  await recordValueChange(writer, {
    ...{ entity, entityId, field, oldValue, newValue, reason },
    ...{ changedBy: by, changedAt: at, batchId, line, eventId: null, source: '', sourceId: null },
  })
}

/** Ids of stored accounts by `person|account number`. */
export async function listAccountKeys(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('account').select(['id', 'personId', 'accountNo']).execute()
  return new Map(rows.map((row) => [`${row.personId}|${row.accountNo}`, row.id]))
}
