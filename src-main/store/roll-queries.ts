import type { NotNull } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import type { Reader } from './reader.ts'

export interface RollLine {
  readonly programmeCode: string
  readonly idNumber: string
  readonly name: string
  readonly villageCode: string | null
  readonly areaCentiMu: number
  readonly quantityCenti: number | null
  readonly amountFen: number
  readonly accountNo: string | null
}

/** Lines of some programmes' rolls of one period, as they were imported. */
export async function listRollLines(
  reader: Reader,
  of: { readonly programmes: readonly string[]; readonly year: number | null; readonly month: number | null },
): Promise<RollLine[]> {
  if (of.year === null || of.programmes.length === 0) return []
  return reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .leftJoin('account as k', 'k.id', 'r.accountId')
    .select(['r.programmeCode', 'p.idNumber', 'r.name', 'r.villageCode', 'r.areaCentiMu', 'r.quantityCenti'])
    .select(['r.amountFen', 'k.accountNo'])
    .where('r.programmeCode', 'in', [...of.programmes])
    .where('r.year', '=', of.year)
    .where('r.month', 'is', of.month)
    .orderBy('r.batchId')
    .orderBy('r.line')
    .execute()
}

/** Keys of the lines already on a period's rolls; see `rollKey` for what makes a line the same. */
export async function listRollKeys(
  reader: Reader,
  of: { readonly year: number; readonly month: number | null },
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .leftJoin('account as k', 'k.id', 'r.accountId')
    .select(['r.programmeCode', 'p.idNumber', 'r.villageCode', 'r.areaCentiMu', 'r.quantityCenti'])
    .select(['r.amountFen', 'k.accountNo'])
    .where('r.year', '=', of.year)
    .where('r.month', 'is', of.month)
    .execute()
  return new Set(
    rows.map((row) =>
      row.programmeCode === 'NY01'
        ? `NY01|${row.idNumber}|${row.villageCode ?? ''}|${String(row.areaCentiMu)}|${row.accountNo ?? ''}`
        : `${row.programmeCode}|${row.idNumber}|${String(row.amountFen)}|${String(row.quantityCenti ?? '')}|${row.accountNo ?? ''}`,
    ),
  )
}

/** 上年一行 — what is carried into this year's application. */
export interface LineToRollForward {
  readonly id: string
  readonly villageCode: string
  readonly groupName: string
  readonly personId: string
  readonly householdId: string | null
  readonly accountId: string
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly printedAmountFen: number | null
}

/** Lines of a year's roll that have no application of the new year yet, in the roll's own order. */
export function listLinesToRollForward(
  reader: Reader,
  period: Period & { fromYear: number },
  scope: Scope,
): Promise<LineToRollForward[]> {
  const rolled = reader
    .selectFrom('application')
    .select('rosterLineId')
    .where('year', '=', period.year)
    .where('rosterLineId', 'is not', null)
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .where('r.villageCode', 'is not', null)
    .where('r.accountId', 'is not', null)
    .select([
      'r.id',
      'r.villageCode',
      'r.groupName',
      'r.personId',
      'p.householdId',
      'r.accountId',
      'r.areaCentiMu',
      'r.amountFen',
      'r.printedAmountFen',
    ])
    .$narrowType<{ villageCode: NotNull; accountId: NotNull }>()
    .where('r.programmeCode', '=', period.programmeCode)
    .where('r.year', '=', period.fromYear)
    .where('b.undoneAt', 'is', null)
    .where('r.id', 'not in', rolled)
  if (scope.villages !== 'all') query = query.where('r.villageCode', 'in', [...scope.villages])
  return query.orderBy('r.batchId').orderBy('r.line').execute()
}
