import { Problem } from '../domain/problem.ts'
import type { ProgrammeTerms } from '../domain/programme-terms.ts'
import { isAmong, type RecheckState, recheckState } from '../domain/recheck.ts'
import type { Scope } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import type { Village } from '../store/division-queries.ts'
import { readHouseholdMarks } from '../store/other-benefits.ts'
import type { Reader } from '../store/reader.ts'
import { type DrawnRecord, listApproved, listDrawn, listDraws } from '../store/recheck-queries.ts'

export function stateOf(record: DrawnRecord): RecheckState {
  const { outcome, resultVersion, resultAreaCentiMu, resultQuantityCenti } = record
  if (outcome === null || resultVersion === null || resultAreaCentiMu === null)
    return recheckState(record, null)
  return recheckState(record, {
    ...{ outcome, version: resultVersion },
    ...{ areaCentiMu: resultAreaCentiMu, quantityCenti: resultQuantityCenti },
  })
}

/** Approved records the rule draws among that no draw has seen yet. */
export async function listUndrawn(reader: Reader, period: Period, scope: Scope, terms: ProgrammeTerms) {
  const kin = terms.recheck.kin ? await kinHouseholds(reader, period.year) : new Set<string | null>()
  const among = (await listApproved(reader, period, scope))
    .map((one) => ({ ...one, isKin: one.householdId !== null && kin.has(one.householdId) }))
    .filter((one) => isAmong(terms.recheck, one))
  if (among.length === 0) return []
  const draws = await listDraws(reader, period, scope)
  const seen = new Set(draws.flatMap((draw) => JSON.parse(draw.candidates) as string[]))
  const looked = new Set((await listDrawn(reader, period, scope)).map(({ id }) => id))
  // a household that is found to be kin after others of its village were drawn is looked at all the same
  return among.filter(({ id, isKin }) => !seen.has(id) || (terms.recheck.kin && isKin && !looked.has(id)))
}

async function kinHouseholds(reader: Reader, year: number): Promise<ReadonlySet<string | null>> {
  return new Set((await readHouseholdMarks(reader, year)).map(({ householdId }) => householdId))
}

/** 闸口 — a village is posted when its sample is drawn, looked at again, and nothing in it was found otherwise. */
export async function refuseOpenRechecks(
  reader: Reader,
  period: Period,
  villages: readonly Village[],
  terms: ProgrammeTerms,
): Promise<void> {
  const everywhere: Scope = { villages: 'all', programmes: 'all' }
  const undrawn = await listUndrawn(reader, period, everywhere, terms)
  const drawn = (await listDrawn(reader, period, everywhere)).map((one) => ({ ...one, state: stateOf(one) }))
  const open = villages.map(({ code, name }) => {
    const here = drawn.filter((one) => one.villageCode === code)
    return {
      village: villageTitle(name),
      undrawn: undrawn.filter((one) => one.villageCode === code).length,
      open: here.filter(({ state }) => state === 'open').length,
      contradicted: here.filter(({ state }) => state === 'contradicted').length,
    }
  })
  refuse(open)
}

/** The same for what is packed: no record leaves whose re-check is open or says otherwise. */
export async function refuseRechecksOf(
  reader: Reader,
  period: Period,
  packed: ReadonlySet<string>,
): Promise<void> {
  const drawn = await listDrawn(reader, period, { villages: 'all', programmes: 'all' })
  const byVillage = new Map<string, { village: string; undrawn: 0; open: number; contradicted: number }>()
  for (const record of drawn) {
    const state = stateOf(record)
    if (!packed.has(record.id) || (state !== 'open' && state !== 'contradicted')) continue
    const village = villageTitle(record.villageName)
    const sum = byVillage.get(village) ?? { village, undrawn: 0 as const, open: 0, contradicted: 0 }
    sum[state]++
    byVillage.set(village, sum)
  }
  refuse([...byVillage.values()])
}

interface OpenVillage {
  readonly village: string
  readonly undrawn: number
  readonly open: number
  readonly contradicted: number
}

function refuse(villages: readonly OpenVillage[]): void {
  const open = villages.filter((one) => one.undrawn + one.open + one.contradicted > 0)
  if (open.length > 0) throw new Problem('gate.rechecks-open', { villages: open })
}
