import { parseAccountNo } from '../domain/account-no.ts'
import { statusAfter } from '../domain/application-status.ts'
import { amountFen } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import {
  getApplication,
  raiseDataMark,
  readDataMark,
  recordEditor,
  saveApplication,
  type StoredApplication,
} from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { findLatestRun } from '../store/check-queries.ts'
import type { Touched } from '../store/near-lines.ts'
import { getActiveTerms } from '../store/programme-queries.ts'
import { findOrAddAccount } from '../store/register-writing.ts'
import { advanceApplication } from './advance-application.ts'
import { recheckPeriod } from './check-period.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext } from './context.ts'

interface Correction {
  readonly applicationId: string
  readonly version: number
  readonly areaCentiMu?: number | undefined
  readonly accountNo?: string | undefined
  readonly bankName?: string | undefined
  readonly unchanged?: boolean | undefined
  readonly reason: string
}

/** 补正 — new values, money computed again, and back to review; who corrects may not review it. */
export async function correctApplication(ctx: CommandContext, input: Correction): Promise<{ ok: true }> {
  const read = await getApplication(ctx.writer, input.applicationId)
  await rechecked(
    ctx,
    () => touchedWith(read),
    () => correctOnly(ctx, read, input),
  )
  // its checks were behind before, or were never run: whoever decides next must see this record judged
  const run = await findLatestRun(ctx.writer, read)
  if (run?.dataMark !== (await readDataMark(ctx.writer))) await recheckPeriod(ctx, read)
  return { ok: true }
}

function touchedWith({ beneficiaryId, payeeId, householdId }: StoredApplication): Touched {
  return { personIds: [beneficiaryId, payeeId], householdIds: householdId === null ? [] : [householdId] }
}

async function correctOnly(ctx: CommandContext, read: StoredApplication, input: Correction): Promise<void> {
  if (!inScopeOf(ctx.scope, read)) throw new Problem('record.not-found', { what: '申报记录' })
  if (read.version !== input.version) throw new Problem('record.stale', { what: '申报记录' })
  if (statusAfter(read.status, 'correct') === undefined)
    throw new Problem('record.wrong-status', { status: read.status, step: 'correct' })
  const { terms, id: termsId } = await getActiveTerms(ctx.writer, read.programmeCode, read.year)
  if (terms.rateYuan === null) throw new Problem('programme.standard-missing', { programme: terms.name })
  const areaCentiMu = input.areaCentiMu ?? read.areaCentiMu
  const accountId = await accountFor(ctx, read, input)
  const isChanged = areaCentiMu !== read.areaCentiMu || accountId !== read.accountId
  if (!isChanged && input.unchanged !== true) throw new Problem('review.nothing-changed')
  const saved = await saveApplication(ctx.writer, read, {
    areaCentiMu,
    accountId,
    termsId,
    ...moneyOf(read, areaCentiMu, terms.rateYuan),
  })
  await recordEditor(ctx.writer, read.id, ctx.actor.userId, 'entry')
  if (accountId !== read.accountId) await recordEditor(ctx.writer, read.id, ctx.actor.userId, 'account')
  await trace(ctx, read, saved)
  await advanceApplication(ctx, saved, 'correct', isChanged ? input.reason : `照原数送审：${input.reason}`)
  await raiseDataMark(ctx.writer)
}

/** By land this year's standard holds; a step or a number of months of somebody's own stays as it was opened. */
function moneyOf(read: StoredApplication, areaCentiMu: number, standardYuan: string) {
  if (read.quantityCenti !== null) return { rateYuan: read.rateYuan, amountFen: read.amountFen }
  return { rateYuan: standardYuan, amountFen: amountFen(areaCentiMu, standardYuan) }
}

async function accountFor(ctx: CommandContext, read: StoredApplication, input: Correction): Promise<string> {
  if (input.accountNo === undefined) {
    if (input.bankName !== undefined) throw refusedBank()
    return read.accountId
  }
  const parsed = parseAccountNo(input.accountNo, { wasNumber: false })
  if (!parsed.ok) throw new Problem('input.invalid', { fields: [{ path: 'accountNo', rule: parsed.rule }] })
  const account = await findOrAddAccount(ctx.writer, {
    id: ctx.newId(),
    personId: read.payeeId,
    accountNo: parsed.accountNo,
    kind: parsed.kind,
    bankName: input.bankName ?? '',
    enteredBy: ctx.actor.userId,
    at: ctx.now().toISOString(),
  })
  if (input.bankName !== undefined && account.bankName !== input.bankName) throw refusedBank()
  return account.id
}

/** A bank is kept with its account: what was typed for another one must not vanish unsaid. */
function refusedBank(): Problem {
  return new Problem('input.invalid', { fields: [{ path: 'bankName', rule: 'with-new-account' }] })
}

async function trace(
  ctx: CommandContext,
  before: StoredApplication,
  after: StoredApplication,
): Promise<void> {
  await recordAudit(ctx.writer, {
    at: ctx.now().toISOString(),
    actor: ctx.actor.userId,
    action: 'application.correct-values',
    subject: before.id,
    details: {
      areaCentiMu: [before.areaCentiMu, after.areaCentiMu],
      amountFen: [before.amountFen, after.amountFen],
      accountChanged: before.accountId !== after.accountId,
    },
  })
}
