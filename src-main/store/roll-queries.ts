import { type NotNull, sql } from 'kysely'
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
  readonly quantityCenti: number | null
  readonly rateYuan: string
  readonly amountFen: number
  readonly printedAmountFen: number | null
}

interface RollSource extends Period {
  readonly fromYear: number
  /** Of a list paid by the month; null for one of the whole year. */
  readonly fromMonth: number | null
}

/** The last month a year's rolls of a programme were imported for; null where they are of the whole year. */
export async function latestRollMonth(
  reader: Reader,
  { programmeCode, fromYear }: { programmeCode: string; fromYear: number },
): Promise<number | null> {
  const row = await reader
    .selectFrom('rosterLine as r')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .select((e) => e.fn.max('r.month').as('month'))
    .where('r.programmeCode', '=', programmeCode)
    .where('r.year', '=', fromYear)
    .where('b.undoneAt', 'is', null)
    .executeTakeFirst()
  return row?.month ?? null
}

/**
 * Lines of a roll that have no application of the new year yet, in the roll's own order. A roll that names no village
 * is placed by the household its people live in; who is not placed or has no account is counted by `countUnplaced`.
 */
export async function listLinesToRollForward(
  reader: Reader,
  source: RollSource,
  scope: Scope,
): Promise<LineToRollForward[]> {
  const village = sql<string>`coalesce(r.village_code, h.village_code)`
  let query = linesOf(reader, source)
    .where('r.accountId', 'is not', null)
    .where(village, 'is not', null)
    .select(['r.id', 'r.personId', 'p.householdId', 'r.accountId', 'r.areaCentiMu', 'r.quantityCenti'])
    .select(['r.rateYuan', 'r.amountFen', 'r.printedAmountFen', village.as('villageCode')])
    .select(sql<string>`coalesce(nullif(r.group_name, ''), h.group_name, '')`.as('groupName'))
    .$narrowType<{ accountId: NotNull }>()
  if (scope.villages !== 'all') query = query.where(village, 'in', [...scope.villages])
  return query.orderBy('r.batchId').orderBy('r.line').execute()
}

/** Lines nothing can be opened from: nobody knows in which village, or to which account. */
export async function countUnplaced(reader: Reader, source: RollSource): Promise<number> {
  const { lines } = await linesOf(reader, source)
    .where((e) =>
      e.or([
        e('r.accountId', 'is', null),
        e(sql<string>`coalesce(r.village_code, h.village_code)`, 'is', null),
      ]),
    )
    .select((e) => e.fn.countAll<number>().as('lines'))
    .executeTakeFirstOrThrow()
  return lines
}

function linesOf(reader: Reader, source: RollSource) {
  const rolled = reader
    .selectFrom('application')
    .select('rosterLineId')
    .where('year', '=', source.year)
    .where('rosterLineId', 'is not', null)
  return reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .where('r.programmeCode', '=', source.programmeCode)
    .where('r.year', '=', source.fromYear)
    .where('r.month', 'is', source.fromMonth)
    .where('b.undoneAt', 'is', null)
    .where('r.id', 'not in', rolled)
}

/** People of a period whose application was opened already, from whatever roll. */
export async function listPeopleInPeriod(
  reader: Reader,
  { programmeCode, year }: Period,
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('application')
    .select('beneficiaryId')
    .distinct()
    .where('programmeCode', '=', programmeCode)
    .where('year', '=', year)
    .execute()
  return new Set(rows.map(({ beneficiaryId }) => beneficiaryId))
}
