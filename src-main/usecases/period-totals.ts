import type { ApplicationStatus } from '../domain/application-status.ts'
import { sumFen } from '../domain/money.ts'
import type { Scope } from '../domain/role.ts'
import {
  countDistinct,
  type Period,
  type StatusSum,
  sumByVillageAndStatus,
} from '../store/application-queries.ts'
import type { Reader } from '../store/reader.ts'

/** 合计 — rows, people and households are different counts and each is named (field-notes 6). */
export interface Totals {
  readonly rows: number
  readonly people: number
  readonly households: number
  readonly areaCentiMu: number
  readonly amountFen: number
}

/** Totals over some statuses of a period; all of them when none are named. */
export async function totalsOf(
  reader: Reader,
  period: Period,
  scope: Scope,
  statuses?: readonly ApplicationStatus[],
): Promise<Totals> {
  const sums = await sumByVillageAndStatus(reader, period, scope)
  const wanted = statuses === undefined ? sums : sums.filter((sum) => statuses.includes(sum.status))
  return addUp(wanted, await countDistinct(reader, period, scope, statuses))
}

/** Adds parts whose people and households do not overlap, or with the distinct counts of the whole. */
export function addUp(sums: readonly StatusSum[], distinct?: { people: number; households: number }): Totals {
  return {
    rows: sumFen(sums.map((sum) => sum.rows)),
    people: distinct?.people ?? sumFen(sums.map((sum) => sum.people)),
    households: distinct?.households ?? sumFen(sums.map((sum) => sum.households)),
    areaCentiMu: sumFen(sums.map((sum) => sum.areaCentiMu)),
    amountFen: sumFen(sums.map((sum) => sum.amountFen)),
  }
}
