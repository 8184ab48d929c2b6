import { Problem } from '../domain/problem.ts'
import { saveAccount } from '../store/account-queries.ts'
import { listOnTheWay } from '../store/application-payee.ts'
import { saveApplication } from '../store/application-queries.ts'
import { recordEditor, type StoredApplication } from '../store/application-queries.ts'
import { getAccount, getPersonAnywhere } from '../store/person-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import { addAccount } from './change-account.ts'
import type { CommandContext } from './context.ts'
import { refuseMisfit } from './fitting-account.ts'
import { type ChangeWhy, recordChanges } from './record-changes.ts'
import { trace } from './trace.ts'

interface Replacement {
  readonly accountId: string
  readonly accountNo: string
  readonly bankName: string
  readonly why: ChangeWhy
}

/**
 * 换卡 — the old account is closed and stays on record; every record on its way is paid to the new one, whatever its
 * programme, and keeps its status: the notice shows no account (field-notes 33). A second person has to check it.
 */
export async function replaceAccount(
  ctx: CommandContext,
  { accountId, accountNo, bankName, why }: Replacement,
): Promise<{ accountId: string; moved: number; packed: number }> {
  const old = await getAccount(ctx.writer, ctx.scope, accountId)
  if (old.status === 'closed') throw new Problem('record.stale', { what: '账户' })
  const values = { accountNo, bankName, custody: old.custody }
  const added = await addAccount(ctx, { personId: old.personId, values, why })
  const used = await listOnTheWay(ctx.writer, everywhere, 'accountId', [old.id])
  const packed = used.filter(({ status }) => status === 'packaged')
  const moving = used.filter(({ status }) => status !== 'packaged')
  for (const application of moving) await payToNew(ctx, application, added.accountId, why)
  const of = { entity: 'account', entityId: old.id } as const
  await recordChanges(ctx, of, { status: 'active' }, { status: 'closed' }, why)
  await saveAccount(ctx.writer, old, { status: 'closed' })
  const counts = { moved: moving.length, packed: packed.length }
  await trace(ctx, 'register.replace-account', old.id, { newAccountId: added.accountId, ...counts })
  return { ...added, ...counts }
}

async function payToNew(
  ctx: CommandContext,
  application: StoredApplication,
  accountId: string,
  why: ChangeWhy,
): Promise<void> {
  const { terms } = await getTerms(ctx.writer, application.termsId)
  await refuseMisfit(ctx, accountId, await getPersonAnywhere(ctx.writer, application.payeeId), terms)
  const of = { entity: 'application', entityId: application.id } as const
  await recordChanges(ctx, of, { accountId: application.accountId }, { accountId }, why)
  await saveApplication(ctx.writer, application, { accountId })
  await recordEditor(ctx.writer, application.id, ctx.actor.userId, 'account')
}

/** A lost card is lost for every programme. */
const everywhere = { programmes: 'all', villages: 'all' } as const
