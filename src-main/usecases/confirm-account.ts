import { parseAccountNo } from '../domain/account-no.ts'
import { Problem } from '../domain/problem.ts'
import { listLastEditors, saveAccount } from '../store/account-queries.ts'
import { getAccount } from '../store/person-queries.ts'
import { paidByFields } from './change-account.ts'
import type { CommandContext } from './context.ts'
import { recordChanges } from './record-changes.ts'
import { trace } from './trace.ts'

/**
 * 核对账户 — a second person types the number again from the card or its picture; the same number twice is a number
 * nobody mistyped (field-notes 12).
 */
export async function confirmAccount(
  ctx: CommandContext,
  input: { accountId: string; accountNo: string },
): Promise<{ ok: true }> {
  const account = await getAccount(ctx.writer, ctx.scope, input.accountId)
  if (account.confirmation !== 'wanted') throw new Problem('record.stale', { what: '账户' })
  const editors = await listLastEditors(ctx.writer, account.id, paidByFields)
  if ([...editors, ...(editors.length === 0 ? [account.enteredBy] : [])].includes(ctx.actor.userId))
    throw new Problem('permission.same-person')
  const typed = parseAccountNo(input.accountNo)
  if (!typed.ok || typed.accountNo !== account.accountNo) throw new Problem('account.confirmation-differs')
  const of = { entity: 'account', entityId: account.id } as const
  const why = { reason: '第二人照卡面再输一遍，一致' }
  await recordChanges(ctx, of, { confirmation: 'wanted' }, { confirmation: 'done' }, why)
  const confirmed = { confirmedBy: ctx.actor.userId, confirmedAt: ctx.now().toISOString() }
  await saveAccount(ctx.writer, account, { confirmation: 'done', ...confirmed })
  await trace(ctx, 'register.confirm-account', account.id, {})
  return { ok: true }
}
