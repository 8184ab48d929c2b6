import type { KinRelation } from '../domain/kin.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import { findKin, insertKin, listKin, listKinHouseholds, saveKinWithdrawn } from '../store/kin-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

export async function showKin(ctx: QueryContext, input: { readonly householdId: string | null }) {
  const names = await listUserNames(ctx.reader)
  const rows = await listKin(ctx.reader, ctx.scope, input.householdId)
  return rows.map(({ id, userId, householderName, villageName, withdrawnBy, ...row }) => ({
    ...{ kinId: id, householdId: row.householdId, groupName: row.groupName, relation: row.relation },
    ...{ householderName: householderName ?? '', villageName: villageTitle(villageName) },
    ...{ staff: names.get(userId) ?? '', isMine: userId === ctx.actor.userId, declaredAt: row.declaredAt },
    withdrawn:
      withdrawnBy === null
        ? null
        : { by: names.get(withdrawnBy) ?? '', at: row.withdrawnAt ?? '', reason: row.withdrawnReason },
  }))
}

/**
 * 申报近亲属 — of oneself only. From then on somebody else decides about the household, and its records have to be
 * explained (C12) and, where the terms say so, looked at again.
 */
export async function declareKin(
  ctx: CommandContext,
  { householdId, relation }: { readonly householdId: string; readonly relation: KinRelation },
): Promise<{ kinId: string }> {
  await getHousehold(ctx.writer, ctx.scope, householdId)
  const { userId } = ctx.actor
  if ((await listKinHouseholds(ctx.writer, userId)).has(householdId))
    throw new Problem('record.stale', { what: '近亲属申报' })
  const kinId = ctx.newId()
  return rechecked(ctx, touching(householdId), async () => {
    await insertKin(ctx.writer, {
      ...{ id: kinId, userId, householdId, relation, declaredAt: ctx.now().toISOString() },
      ...{ withdrawnBy: null, withdrawnAt: null, withdrawnReason: '' },
    })
    await raiseDataMark(ctx.writer)
    await trace(ctx, 'review.declare-kin', householdId, { kinId, relation })
    return { kinId }
  })
}

/** 撤销申报 — by somebody else, with words: nobody frees themselves to decide. */
export async function withdrawKin(
  ctx: CommandContext,
  { kinId, reason }: { readonly kinId: string; readonly reason: string },
): Promise<{ ok: true }> {
  const kin = await findKin(ctx.writer, kinId)
  if (kin === undefined || !inScopeOf(ctx.scope, { villageCode: kin.villageCode }))
    throw new Problem('record.not-found', { what: '近亲属申报' })
  if (kin.userId === ctx.actor.userId) throw new Problem('permission.same-person')
  if (kin.withdrawnAt !== null) throw new Problem('record.stale', { what: '近亲属申报' })
  return rechecked(ctx, touching(kin.householdId), async () => {
    const withdrawnAt = ctx.now().toISOString()
    await saveKinWithdrawn(ctx.writer, kinId, {
      ...{ withdrawnBy: ctx.actor.userId, withdrawnAt, withdrawnReason: reason },
    })
    await raiseDataMark(ctx.writer)
    await trace(ctx, 'review.withdraw-kin', kin.householdId, { kinId })
    return { ok: true as const }
  })
}

/** 回避 — whoever declared a household as kin decides nothing about it; cannot be switched off. */
export async function refuseOwnKin(
  ctx: CommandContext,
  { householdId }: { readonly householdId: string | null },
): Promise<void> {
  if (householdId === null) return
  if ((await listKinHouseholds(ctx.writer, ctx.actor.userId)).has(householdId))
    throw new Problem('permission.own-kin')
}

function touching(householdId: string) {
  return () => ({ personIds: [], householdIds: [householdId] })
}
