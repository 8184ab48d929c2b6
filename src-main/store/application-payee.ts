import type { Scope } from '../domain/role.ts'
import type { StoredApplication } from './application-queries.ts'
import { onItsWay } from './check-queries.ts'
import type { Reader } from './reader.ts'

/** 到谁名下、付给谁 — what of an application a household event or a new card changes. */
export type PaidTo = Partial<
  Pick<StoredApplication, 'beneficiaryId' | 'payeeId' | 'accountId' | 'householdId'>
>

/** Records on their way of these people, by whom they are for or paid to, of the programmes the caller answers for. */
export async function listOnTheWay(
  reader: Reader,
  scope: Scope,
  by: 'beneficiaryId' | 'payeeId' | 'accountId' | 'householdId',
  ids: readonly string[],
): Promise<StoredApplication[]> {
  let query = reader
    .selectFrom('application')
    .selectAll()
    .where(by, 'in', [...ids])
    .where('status', 'in', [...onItsWay])
  if (scope.programmes !== 'all') query = query.where('programmeCode', 'in', [...scope.programmes])
  return (await query.orderBy('id').execute()) as StoredApplication[]
}
