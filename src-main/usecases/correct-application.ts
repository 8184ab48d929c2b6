import { parseAccountNo } from '../domain/account-no.ts'
import { statusAfter } from '../domain/application-status.ts'
import { amountFen } from '../domain/money.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
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
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import { findOrAddAccount } from '../store/register-writing.ts'
import { advanceApplication } from './advance-application.ts'
import { recheckPeriod } from './check-period.ts'
import { rechecked } from './check-touched.ts'
import { amountsOf, isByStandardInForce, missingOf, moneyOf } from './standard-of.ts'
import type { CommandContext } from './context.ts'

interface Correction {
  readonly applicationId: string
  readonly version: number
  readonly areaCentiMu?: number | undefined
  /** Off land: how many of the unit, or which months of the year. */
  readonly quantityCenti?: number | undefined
  readonly months?: { readonly from: number; readonly to: number } | undefined
  /** 一人一额的标准 — only where everybody has one of their own. */
  readonly rateYuan?: string | undefined
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
  const stored = await getActiveTerms(ctx.writer, read.programmeCode, read.year)
  const { terms } = stored
  if (terms.rateYuan === null) throw new Problem('programme.standard-missing', { programme: terms.name })
  const areaCentiMu = input.areaCentiMu ?? read.areaCentiMu
  const accountId = await accountFor(ctx, read, input)
  const money = await correctedMoney(ctx, { read, stored, input, areaCentiMu })
  const isChanged = accountId !== read.accountId || !isSame(read, { areaCentiMu, ...money })
  if (!isChanged && input.unchanged !== true) throw new Problem('review.nothing-changed')
  const saved = await saveApplication(ctx.writer, read, {
    areaCentiMu,
    accountId,
    termsId: stored.id,
    ...money,
  })
  await recordEditor(ctx.writer, read.id, ctx.actor.userId, 'entry')
  if (accountId !== read.accountId) await recordEditor(ctx.writer, read.id, ctx.actor.userId, 'account')
  await trace(ctx, read, saved)
  await advanceApplication(ctx, saved, 'correct', isChanged ? input.reason : `照原数送审：${input.reason}`)
  await raiseDataMark(ctx.writer)
}

interface ToCorrect {
  readonly read: StoredApplication
  readonly stored: StoredTerms
  readonly input: Correction
  readonly areaCentiMu: number
}

/**
 * By land this year's standard holds. Elsewhere the standard of the terms makes the amount of what was corrected, or the
 * line's own where everybody has one; an amount that cannot be told is refused with what is missing.
 */
async function correctedMoney(ctx: CommandContext, { read, stored, input, areaCentiMu }: ToCorrect) {
  if (read.quantityCenti === null) {
    const standard = stored.terms.rateYuan ?? ''
    return { rateYuan: standard, amountFen: amountFen(areaCentiMu, standard) }
  }
  const span = spanOf(read, input)
  if (!isByStandardInForce(stored)) return ownMoney(read, input, span)
  const lines = [{ id: read.id, quantityCenti: input.quantityCenti ?? read.quantityCenti, ...span }]
  const computed = (await amountsOf(ctx.writer, { stored, lines })).get(read.id)
  if (computed?.outcome === 'computed') return { ...span, ...moneyOf(computed) }
  // whose amount nobody can tell may still have another card: only another quantity needs a new amount
  if (input.quantityCenti === undefined && input.months === undefined)
    return { rateYuan: read.rateYuan, amountFen: read.amountFen }
  throw new Problem('review.amount-undecided', { missing: [...missingOf(computed)] })
}

type Span = Pick<StoredApplication, 'monthFrom' | 'monthTo'>

/** A quantity that names no months takes those away that stood there. */
function spanOf(read: StoredApplication, { months, quantityCenti }: Correction): Span {
  if (months === undefined)
    return quantityCenti === undefined
      ? { monthFrom: read.monthFrom, monthTo: read.monthTo }
      : { monthFrom: null, monthTo: null }
  if (months.from > months.to) throw invalidInput('months', 'months-backwards')
  return { monthFrom: months.from, monthTo: months.to }
}

function ownMoney(read: StoredApplication, { quantityCenti, months, rateYuan }: Correction, span: Span) {
  const isUntouched = quantityCenti === undefined && months === undefined && rateYuan === undefined
  if (isUntouched) return { rateYuan: read.rateYuan, amountFen: read.amountFen }
  const rate = rateYuan ?? read.rateYuan
  if (rate === null) throw invalidInput('rateYuan', 'required')
  const counted = quantityCenti ?? read.quantityCenti ?? 100
  const quantity = months === undefined ? counted : (months.to - months.from + 1) * 100
  return { ...span, quantityCenti: quantity, rateYuan: rate, amountFen: amountFen(quantity, rate) }
}

function isSame(read: StoredApplication, values: Partial<StoredApplication>): boolean {
  return Object.entries(values).every(([key, value]) => read[key as keyof StoredApplication] === value)
}

async function accountFor(ctx: CommandContext, read: StoredApplication, input: Correction): Promise<string> {
  if (input.accountNo === undefined) {
    if (input.bankName !== undefined) throw refusedBank()
    return read.accountId
  }
  const parsed = parseAccountNo(input.accountNo, { wasNumber: false })
  if (!parsed.ok) throw invalidInput('accountNo', parsed.rule)
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
  return invalidInput('bankName', 'with-new-account')
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
