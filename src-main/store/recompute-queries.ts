import type { NotReleased } from '../domain/recomputed.ts'
import { notReleased } from '../domain/recomputed.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import type { Period } from './application-queries.ts'
import { onItsWay } from './check-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

export type LineToRecompute = Awaited<ReturnType<typeof listLinesToRecompute>>[number]

/** Applications of a period that have not left, by land or not, with the notice that shows them now. */
export async function listLinesToRecompute(
  reader: Reader,
  period: Period,
  { scope, byLand }: { readonly scope: Scope; readonly byLand: boolean },
) {
  const rows = await reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('division as d', 'd.code', 'a.villageCode')
    .select(['a.id', 'a.version', 'a.status', 'a.villageCode', 'd.name as villageName', 'a.groupName'])
    .select(['p.name', 'p.idNumber', 'a.areaCentiMu', 'a.amountFen', 'a.rateYuan', 'a.termsId'])
    .select(['a.quantityCenti', 'a.monthFrom', 'a.monthTo', 'a.steps'])
    .select((e) =>
      e
        .selectFrom('publicityLine as l')
        .innerJoin('publicity as u', 'u.id', 'l.publicityId')
        .select('u.serial')
        .whereRef('l.applicationId', '=', 'a.id')
        .where('u.status', '<>', 'withdrawn')
        .orderBy('u.frozenAt', 'desc')
        .limit(1)
        .as('serial'),
    )
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('a.quantityCenti', byLand ? 'is' : 'is not', null)
    .where('a.status', 'in', [...notReleased])
    .where((e) => inVillages(e.ref('a.villageCode'), scope))
    .orderBy('a.villageCode')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as NotReleased }))
}

/** What applications of a period on their way, or some of them, are paid, off land. */
export async function listAmounts(reader: Reader, period: Period, applicationIds?: readonly string[]) {
  let query = reader
    .selectFrom('application')
    .select(['id', 'areaCentiMu', 'quantityCenti', 'amountFen', 'rateYuan', 'monthFrom', 'monthTo', 'steps'])
    .where('programmeCode', '=', period.programmeCode)
    .where('year', '=', period.year)
    .where('quantityCenti', 'is not', null)
    .where('status', 'in', [...onItsWay])
  if (applicationIds !== undefined) query = query.where((e) => amongTexts(e.ref('id'), applicationIds))
  return query.orderBy('id').execute()
}

/** How many of them were computed by another standard than the one in force. */
export async function countByOtherStandard(
  reader: Reader,
  { programmeCode, year }: Period,
  scope: Scope,
  rateYuan: string,
): Promise<number> {
  const { rows } = await reader
    .selectFrom('application')
    .select((e) => e.fn.countAll<number>().as('rows'))
    .where('programmeCode', '=', programmeCode)
    .where('year', '=', year)
    .where('quantityCenti', 'is', null)
    .where('status', 'in', [...notReleased])
    .where('rateYuan', 'is not', rateYuan)
    .where((e) => inVillages(e.ref('villageCode'), scope))
    .executeTakeFirstOrThrow()
  return rows
}
