import { getAccount, getPerson } from '../store/person-queries.ts'
import { type AccountChange, changeAccount, setAccountStatus } from './change-account.ts'
import { changeHousehold, type HouseholdChange } from './change-household.ts'
import { changePerson, type PersonChange } from './change-person.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext } from './context.ts'
import { replaceAccount } from './replace-account.ts'

/**
 * 在户页上改 — one value changed by hand, and the checks look again at once at whoever it bears on. What changes many at
 * a time (a survey taken over, a bulk change) leaves it to the next check.
 */
export async function editPerson(ctx: CommandContext, input: PersonChange) {
  const { id, householdId } = await getPerson(ctx.writer, ctx.scope, input.personId)
  const touched = { personIds: [id], householdIds: householdId === null ? [] : [householdId] }
  return rechecked(
    ctx,
    () => touched,
    () => changePerson(ctx, input),
  )
}

export function editHousehold(ctx: CommandContext, input: HouseholdChange) {
  return rechecked(
    ctx,
    () => ({ householdIds: [input.householdId] }),
    () => changeHousehold(ctx, input),
  )
}

export async function editAccount(ctx: CommandContext, input: AccountChange) {
  return rechecked(ctx, await touchedBy(ctx, input.accountId), () => changeAccount(ctx, input))
}

export async function editAccountStatus(ctx: CommandContext, input: Parameters<typeof setAccountStatus>[1]) {
  return rechecked(ctx, await touchedBy(ctx, input.accountId), () => setAccountStatus(ctx, input))
}

/** 换卡: records paid to the old card or to the new one. */
export async function exchangeCard(ctx: CommandContext, input: Parameters<typeof replaceAccount>[1]) {
  const old = (await touchedBy(ctx, input.accountId))()
  return rechecked(
    ctx,
    ({ accountId }: { readonly accountId: string }) => ({
      ...old,
      accountIds: [...old.accountIds, accountId],
    }),
    () => replaceAccount(ctx, input),
  )
}

async function touchedBy(ctx: CommandContext, accountId: string) {
  const { id, personId } = await getAccount(ctx.writer, ctx.scope, accountId)
  return () => ({ accountIds: [id], personIds: [personId] })
}
