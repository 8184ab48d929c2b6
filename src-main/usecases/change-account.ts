import { parseAccountNo } from '../domain/account-no.ts'
import { Problem } from '../domain/problem.ts'
import type { AccountField, Custody, HolderKind } from '../domain/register-fields.ts'
import {
  findAccount,
  insertAccount,
  listAuthorisations,
  recordAccountEditors,
  saveAccount,
} from '../store/account-queries.ts'
import { listOnTheWay } from '../store/application-payee.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { getAccount, getPerson } from '../store/person-queries.ts'
import { traceOf } from './change-person.ts'
import type { CommandContext } from './context.ts'
import { parseChanges } from './parse-changes.ts'
import { type ChangeWhy, recordChanges, refuseChangedSince } from './record-changes.ts'
import { trace } from './trace.ts'

type Typed = Readonly<Partial<Record<AccountField, string | undefined>>>

export interface NewAccountInput {
  /** The id it was entered under elsewhere; a fresh one when left out. */
  readonly accountId?: string
  readonly personId: string
  /** `accountNo` must be there; the holder is the person and the kind follows from the number where left out. */
  readonly values: Typed
  readonly why: ChangeWhy
}

/** What decides where money goes: a second person has to check it before it is paid to. */
export const paidByFields: readonly string[] = ['accountNo', 'holderName', 'holderKind', 'bankName', 'kind']

/** 登记账户 — waits for a second person; the same number of the same person is not entered twice. */
export async function addAccount(
  ctx: CommandContext,
  { accountId = ctx.newId(), personId, values, why }: NewAccountInput,
): Promise<{ accountId: string }> {
  const person = await getPerson(ctx.writer, ctx.scope, personId)
  const { accountNo = '', ...parsed } = parseChanges({ accountNo: '', ...values })
  if ((await findAccount(ctx.writer, person.id, accountNo)) !== undefined)
    throw new Problem('account.already-there', { name: person.name })
  const { holderKind = 'own', holderName = person.name, custody = '', kind, ...rest } = parsed
  const account = {
    id: accountId,
    personId: person.id,
    accountNo,
    holderName,
    kind: (kind ?? kindOf(accountNo)) as 'card' | 'passbook',
    holderKind: holderKind as HolderKind,
    custody: custody as Custody,
    ...rest,
    confirmation: 'wanted' as const,
    enteredBy: ctx.actor.userId,
    batchId: why.batchId ?? null,
    line: why.line ?? null,
    createdAt: ctx.now().toISOString(),
  }
  await insertAccount(ctx.writer, account)
  const of = { entity: 'account', entityId: account.id } as const
  await recordChanges(ctx, of, {}, { accountNo, holderName: account.holderName }, why)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.add-account', account.id, { personId: person.id, ...traceOf(why) })
  return { accountId: account.id }
}

export interface AccountChange {
  readonly accountId: string
  readonly changes: Typed
  /** The versions of the fields as they were read; left out: not compared. */
  readonly seen?: Readonly<Record<string, number>> | undefined
  readonly why: ChangeWhy
}

/**
 * 改账户信息 — a mistyped number, the bank, who keeps the card. Whoever changes where money goes reviews none of
 * the records paid to it, and somebody else has to check it again. A new card is a new account (`replaceAccount`).
 */
export async function changeAccount(
  ctx: CommandContext,
  { accountId, changes, seen, why }: AccountChange,
): Promise<{ changed: string[] }> {
  const account = await getAccount(ctx.writer, ctx.scope, accountId)
  const values = parseChanges(changes)
  const of = { entity: 'account', entityId: account.id } as const
  const differing = Object.keys(values).filter(
    (field) => values[field as AccountField] !== account[field as AccountField],
  )
  await refuseChangedSince(ctx, of, differing, seen)
  await refuseTwice(ctx, account, values.accountNo)
  if (differing.includes('holderKind')) await refuseUnproven(ctx, account.id, values.holderKind)
  const changed = await recordChanges(ctx, of, account, values, why)
  if (changed.length === 0) return { changed }
  const wanted = changed.some((field) => paidByFields.includes(field))
  const confirmation = wanted ? { confirmation: 'wanted' as const, confirmedBy: null, confirmedAt: null } : {}
  await saveAccount(ctx.writer, account, { ...(values as object), ...confirmation })
  if (wanted) await recordAccountEditors(ctx.writer, account.id, ctx.actor.userId)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.change-account', account.id, { fields: changed, ...traceOf(why) })
  return { changed }
}

/** 停用、重新启用 — a closed account stays on record and can still be found; nothing on its way may be paid to it. */
export async function setAccountStatus(
  ctx: CommandContext,
  input: { readonly accountId: string; readonly status: 'active' | 'closed'; readonly why: ChangeWhy },
): Promise<{ ok: true }> {
  const account = await getAccount(ctx.writer, ctx.scope, input.accountId)
  if (account.status === input.status) return { ok: true }
  const used = await listOnTheWay(ctx.writer, anyProgramme, 'accountId', [account.id])
  if (input.status === 'closed' && used.length > 0)
    throw new Problem('account.in-use', { count: used.length })
  const of = { entity: 'account', entityId: account.id } as const
  await recordChanges(ctx, of, { status: account.status }, { status: input.status }, input.why)
  await saveAccount(ctx.writer, account, { status: input.status })
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.account-status', account.id, { status: input.status, ...traceOf(input.why) })
  return { ok: true }
}

/** Whether an account is in use is a question over all programmes, whoever asks; only the count is told. */
const anyProgramme = { programmes: 'all', villages: 'all' } as const

async function refuseTwice(
  ctx: CommandContext,
  account: { readonly id: string; readonly personId: string; readonly holderName: string },
  accountNo: string | undefined,
): Promise<void> {
  if (accountNo === undefined) return
  const other = await findAccount(ctx.writer, account.personId, accountNo)
  if (other !== undefined && other.id !== account.id)
    throw new Problem('account.already-there', { name: account.holderName })
}

/** An account becomes a guardian's only when the guardian has been registered with proof that holds today. */
async function refuseUnproven(ctx: CommandContext, accountId: string, holderKind: string | undefined) {
  if (holderKind !== 'guardian') return
  const authorisations = await listAuthorisations(ctx.writer, [accountId])
  const isProven = authorisations.some(
    ({ kind, endedOn, validTo }) => kind === 'guardian' && endedOn === null && validTo >= ctx.today(),
  )
  if (!isProven) throw new Problem('account.misfit', { why: 'guardian-not-proven', name: '', programme: '' })
}

function kindOf(accountNo: string): string {
  const parsed = parseAccountNo(accountNo)
  return parsed.ok ? parsed.kind : 'card'
}
