import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { HouseholdField } from '../domain/register-fields.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { listVillages } from '../store/division-queries.ts'
import { findHouseholdByNo, getHousehold } from '../store/household-queries.ts'
import { saveHousehold } from '../store/household-writing.ts'
import { traceOf } from './change-person.ts'
import type { CommandContext } from './context.ts'
import { parseChanges } from './parse-changes.ts'
import { type ChangeWhy, recordChanges, refuseChangedSince } from './record-changes.ts'
import { trace } from './trace.ts'

export interface HouseholdChange {
  readonly householdId: string
  readonly changes: Readonly<Partial<Record<HouseholdField, string | undefined>>>
  /** The versions of the fields as they were read; left out: not compared. */
  readonly seen?: Readonly<Record<string, number>> | undefined
  readonly why: ChangeWhy
}

/** 改户信息 — number, village, group and address; who belongs to it changes by household events only. */
export async function changeHousehold(
  ctx: CommandContext,
  { householdId, changes, seen, why }: HouseholdChange,
): Promise<{ changed: string[] }> {
  const household = await getHousehold(ctx.writer, ctx.scope, householdId)
  const values = parseChanges(changes)
  const before = { ...household, householderPending: null }
  const of = { entity: 'household', entityId: household.id } as const
  const differing = Object.keys(values).filter(
    (field) => values[field as HouseholdField] !== household[field as HouseholdField],
  )
  await refuseChangedSince(ctx, of, differing, seen)
  if (differing.includes('householdNo')) await refuseTakenNumber(ctx, values.householdNo ?? '')
  if (differing.includes('villageCode')) await refuseOtherVillage(ctx, values.villageCode ?? '')
  const changed = await recordChanges(ctx, of, before, values, why)
  if (changed.length === 0) return { changed }
  await saveHousehold(ctx.writer, household, values)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.change-household', household.id, { fields: changed, ...traceOf(why) })
  return { changed }
}

export async function refuseTakenNumber(ctx: CommandContext, householdNo: string): Promise<void> {
  if ((await findHouseholdByNo(ctx.writer, householdNo)) !== undefined)
    throw new Problem('register.household-no-taken', { householdNo })
}

/** A village is one of this township's, still there, and one the clerk answers for. */
export async function refuseOtherVillage(ctx: CommandContext, villageCode: string): Promise<void> {
  const isKnown = (await listVillages(ctx.writer)).some(({ code }) => code === villageCode)
  if (!isKnown) throw new Problem('input.invalid', { fields: [{ path: 'villageCode', rule: 'unknown' }] })
  if (!inScopeOf(ctx.scope, { villageCode })) throw new Problem('permission.denied', { needs: 'village' })
}
