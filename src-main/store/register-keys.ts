import { registerMark } from '../domain/register-mark.ts'
import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

/** A stored person as an import meets them: the id, the version, and the text a register line is compared with. */
export interface PersonKey {
  readonly id: string
  readonly version: number
  readonly householdId: string | null
  readonly name: string
  readonly relation: string
  readonly phone: string
  readonly ethnicity: string
  readonly hukouKind: string
  readonly mark: string
}

export async function listPersonKeys(reader: Reader): Promise<ReadonlyMap<string, PersonKey>> {
  const rows = await reader
    .selectFrom('person as p')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .select([
      'p.id',
      'p.version',
      'p.householdId',
      'p.idNumber',
      'p.name',
      'p.relation',
      'p.phone',
      'p.ethnicity',
      'p.hukouKind',
      'h.villageCode',
      'h.groupName',
    ])
    .execute()
  return new Map(
    rows.map(({ idNumber, villageCode, groupName, ...person }) => {
      const { name, relation, phone, ethnicity, hukouKind } = person
      const place = { villageCode: villageCode ?? '', group: groupName ?? '' }
      const mark = registerMark({ name, relation, ...place, phone, ethnicity, hukouKind })
      return [idNumber, { ...person, mark }]
    }),
  )
}

export async function listHouseholdKeys(
  reader: Reader,
): Promise<ReadonlyMap<string, { id: string; pending: boolean }>> {
  const rows = await reader
    .selectFrom('household')
    .select(['id', 'householdNo', 'householderPending'])
    .execute()
  return new Map(rows.map((row) => [row.householdNo, { id: row.id, pending: row.householderPending === 1 }]))
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

const changeable = ['name', 'relation', 'ethnicity', 'hukouKind', 'phone', 'householdId'] as const
export type RegisterChange = Readonly<Record<(typeof changeable)[number], string>>

/** Saves the newer values of a person and keeps what stood before, field by field. */
export async function saveRegisterChange(
  writer: Writer,
  known: PersonKey,
  values: RegisterChange,
  source: { reason: string; by: string; at: string; batchId: string; line: number },
): Promise<void> {
  for (const field of changeable) {
    if (known[field] === values[field]) continue
    await writer
      .insertInto('valueChange')
      .values({
        entity: 'person',
        entityId: known.id,
        field,
        oldValue: known[field],
        newValue: values[field],
        reason: source.reason,
        changedBy: source.by,
        changedAt: source.at,
        batchId: source.batchId,
        line: source.line,
      })
      .execute()
  }
  await writer
    .updateTable('person')
    .set({ ...values, version: known.version + 1 })
    .where('id', '=', known.id)
    .execute()
}

/** Ids of stored accounts by `person|account number`. */
export async function listAccountKeys(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('account').select(['id', 'personId', 'accountNo']).execute()
  return new Map(rows.map((row) => [`${row.personId}|${row.accountNo}`, row.id]))
}
