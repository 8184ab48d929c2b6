import { Problem } from '../domain/problem.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { moveApplications } from '../store/household-writing.ts'
import { getHousehold } from '../store/household-queries.ts'
import { getPerson } from '../store/person-queries.ts'
import { joinHousehold as moveInto, linkHouseholder as nameHouseholder } from '../store/register-writing.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext } from './context.ts'
import { recordChanges } from './record-changes.ts'
import { trace } from './trace.ts'

interface Link {
  readonly householdId: string
  readonly version: number
  readonly personId: string
  readonly reason: string
}

/** 关联户主 — names the householder and ends 户主待补; somebody without a household joins this one. */
export async function linkHouseholder(ctx: CommandContext, input: Link): Promise<{ ok: true }> {
  const household = await getHousehold(ctx.writer, ctx.scope, input.householdId)
  if (household.version !== input.version) throw new Problem('record.stale', { what: '户' })
  const person = await getPerson(ctx.writer, ctx.scope, input.personId)
  if (person.householdId !== null && person.householdId !== household.id)
    throw new Problem('register.in-other-household', { name: person.name })
  if (person.householdId === null) await join(ctx, person, household.id, '户主', input.reason)
  await nameHouseholder(ctx.writer, { ...input, personId: person.id })
  const of = { entity: 'household', entityId: household.id } as const
  await recordChanges(
    ctx,
    of,
    { householderId: household.householderId },
    { householderId: person.id },
    { reason: input.reason },
  )
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.link-householder', household.id, { personId: person.id })
  return { ok: true }
}

/** The same from the household's page, with the checks looking again at once; a survey's many wait for one check. */
export async function linkAndCheck(ctx: CommandContext, input: Link): Promise<{ ok: true }> {
  const touched = { personIds: [input.personId], householdIds: [input.householdId] }
  return rechecked(
    ctx,
    () => touched,
    () => linkHouseholder(ctx, input),
  )
}

interface Joining {
  readonly personId: string
  readonly householdId: string
  readonly relation: string
  readonly reason: string
}

/** Moves somebody made from a roll line into the household they belong to. */
export function joinHousehold(ctx: CommandContext, input: Joining): Promise<{ ok: true }> {
  const touched = { personIds: [input.personId], householdIds: [input.householdId] }
  return rechecked(
    ctx,
    () => touched,
    () => joinOnly(ctx, input),
  )
}

async function joinOnly(ctx: CommandContext, input: Joining): Promise<{ ok: true }> {
  const household = await getHousehold(ctx.writer, ctx.scope, input.householdId)
  const person = await getPerson(ctx.writer, ctx.scope, input.personId)
  if (person.householdId !== null) throw new Problem('register.in-other-household', { name: person.name })
  await join(ctx, person, household.id, input.relation, input.reason)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.join-household', household.id, { personId: person.id })
  return { ok: true }
}

async function join(
  ctx: CommandContext,
  person: { id: string; relation: string },
  householdId: string,
  relation: string,
  reason: string,
): Promise<void> {
  await moveInto(ctx.writer, { personId: person.id, householdId, relation })
  await moveApplications(ctx.writer, person.id, householdId)
  const of = { entity: 'person', entityId: person.id } as const
  const before = { householdId: null, relation: person.relation }
  await recordChanges(ctx, of, before, { householdId, relation }, { reason })
}
