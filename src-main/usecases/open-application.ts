import type { BackPayReason } from '../domain/back-pay.ts'
import type { Day } from '../domain/day.ts'
import { amountFen } from '../domain/money.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import { paidBy } from '../domain/programme-terms.ts'
import { inScopeOf } from '../domain/role.ts'
import { type AmountStep, countsMonths, monthsPaid, stepOfQuantity, totalOf } from '../domain/standard.ts'
import {
  findStandingApplication,
  insertApplications,
  raiseDataMark,
  readDataMark,
} from '../store/application-queries.ts'
import { findLatestRun } from '../store/check-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import { getPerson } from '../store/person-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import { listPeopleToJudge } from '../store/rule-subject-queries.ts'
import { backPayLabels } from '../wording/back-pay-labels.ts'
import { recheckPeriod } from './check-period.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { refuseMisfit } from './fitting-account.ts'
import { amountsBy, isByStandardInForce, missingOf } from './standard-of.ts'
import { trace } from './trace.ts'

interface Claim {
  readonly programmeCode: string
  readonly year: number
  readonly personId: string
  readonly areaCentiMu?: number | undefined
  readonly quantityCenti?: number | undefined
  readonly toMonth?: number | undefined
  readonly rateYuan?: string | undefined
  readonly acceptedOn: Day
  readonly backPay: { readonly fromMonth: number; readonly reason: BackPayReason } | null
}

/** What it comes to. `steps` is empty by land. */
interface Money {
  readonly areaCentiMu: number
  readonly quantityCenti: number | null
  readonly rateYuan: string | null
  readonly amountFen: number
  readonly monthFrom: number | null
  readonly monthTo: number | null
  readonly steps: readonly AmountStep[]
}

/** 试算 — what an application would come to; nothing is kept. */
export async function showAmount(ctx: QueryContext, claim: Claim) {
  // nobody learns of somebody else's village what their age or certificate would bring
  await getPerson(ctx.reader, ctx.scope, claim.personId)
  const stored = await getActiveTerms(ctx.reader, claim.programmeCode, claim.year)
  const money = await moneyOfClaim(ctx, stored, claim)
  if ('missing' in money) return { steps: [], amountFen: null, missing: [...money.missing] }
  return { steps: [...money.steps], amountFen: money.amountFen, missing: [] }
}

/**
 * 新增申报 — somebody on no list applies: paid from the month after it was accepted (计发=受理次月), with months before
 * only as a back-payment for a reason. An amount that cannot be told is refused with what is missing, never 0.
 */
export async function openApplication(
  ctx: CommandContext,
  input: Claim & { readonly accountId: string; readonly reason: string },
): Promise<{ applicationId: string; amountFen: number }> {
  const opened = await rechecked(
    ctx,
    ({ householdId }) => ({
      personIds: [input.personId],
      householdIds: householdId === null ? [] : [householdId],
    }),
    () => openOnly(ctx, input),
  )
  // its checks were behind before: whoever decides next must see this record judged
  const run = await findLatestRun(ctx.writer, input)
  if (run !== undefined && run.dataMark !== (await readDataMark(ctx.writer))) await recheckPeriod(ctx, input)
  return { applicationId: opened.id, amountFen: opened.amountFen }
}

async function openOnly(
  ctx: CommandContext,
  input: Claim & { readonly accountId: string; readonly reason: string },
) {
  const stored = await getActiveTerms(ctx.writer, input.programmeCode, input.year)
  const { terms } = stored
  const person = await getPerson(ctx.writer, ctx.scope, input.personId)
  if (person.status !== 'registered' || person.householdId === null)
    throw invalidInput('personId', 'not-in-register')
  const household = await getHousehold(ctx.writer, ctx.scope, person.householdId)
  const { villageCode, groupName } = household
  if (!inScopeOf(ctx.scope, { villageCode, programmeCode: input.programmeCode }))
    throw new Problem('record.not-found', { what: '人员' })
  if (input.acceptedOn > ctx.today()) throw invalidInput('acceptedOn', 'not-in-future')
  const standing = await findStandingApplication(ctx.writer, input, person.id)
  if (standing !== undefined)
    throw new Problem('review.already-applied', { name: person.name, programme: terms.name })
  await refuseMisfit(ctx, input.accountId, { id: person.id, name: person.name }, terms)
  const money = await moneyOfClaim(ctx, stored, input)
  if ('missing' in money) throw new Problem('review.amount-undecided', { missing: [...money.missing] })
  const at = ctx.now().toISOString()
  const application = {
    ...{ id: ctx.newId(), programmeCode: input.programmeCode, year: input.year, termsId: stored.id },
    ...{ villageCode, groupName, householdId: household.id, beneficiaryId: person.id, payeeId: person.id },
    ...{
      accountId: input.accountId,
      ...money,
      steps: JSON.stringify(money.steps),
      acceptedOn: input.acceptedOn,
    },
    ...{ previousAreaCentiMu: null, previousPrintedFen: null, previousAmountFen: null, rosterLineId: null },
    ...{ status: 'submitted' as const, version: 1, enteredBy: ctx.actor.userId, enteredAt: at },
  }
  const opening = { step: 'open', reason: reasonOf(input), by: ctx.actor.userId, at }
  insertApplications(ctx.writer, [application], opening)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'application.apply', application.id, {
    ...{ programmeCode: input.programmeCode, year: input.year, amountFen: money.amountFen },
    ...(input.backPay === null
      ? {}
      : { backPayFrom: input.backPay.fromMonth, backPayReason: input.backPay.reason }),
  })
  return application
}

function reasonOf({ reason, acceptedOn, backPay }: Claim & { readonly reason: string }): string {
  const back =
    backPay === null ? '' : `；补发自 ${String(backPay.fromMonth)} 月（${backPayLabels[backPay.reason]}）`
  return `新增申报，${acceptedOn} 受理：${reason}${back}`
}

async function moneyOfClaim(
  { reader }: Pick<QueryContext, 'reader'>,
  stored: StoredTerms,
  claim: Claim,
): Promise<Money | { readonly missing: readonly string[] }> {
  const { terms, year } = stored
  if (terms.rateYuan === null) throw new Problem('programme.standard-missing', { programme: terms.name })
  const none = { monthFrom: null, monthTo: null, steps: [] }
  if (paidBy(terms.unit) === 'land') {
    const { areaCentiMu } = claim
    if (areaCentiMu === undefined) throw invalidInput('areaCentiMu', 'required')
    const money = amountFen(areaCentiMu, terms.rateYuan)
    return { ...none, areaCentiMu, quantityCenti: null, rateYuan: terms.rateYuan, amountFen: money }
  }
  const months = countsMonths(terms.unit) ? monthsOf(year, claim) : null
  const quantityCenti = months === null ? (claim.quantityCenti ?? 100) : months.length * 100
  const span = { areaCentiMu: 0, monthFrom: months?.[0] ?? null, monthTo: months?.at(-1) ?? null }
  if (!isByStandardInForce(stored)) {
    if (claim.rateYuan === undefined) throw invalidInput('rateYuan', 'required')
    const steps = stepOfQuantity(quantityCenti, { tier: '', rateYuan: claim.rateYuan })
    return { ...span, ...totalOf(steps), steps: [] }
  }
  const [subject] = await listPeopleToJudge(reader, [claim.personId])
  if (subject === undefined) throw invalidInput('personId', 'not-in-register')
  const computed = (await amountsBy(reader, stored))(subject, { months, quantityCenti })
  if (computed.outcome !== 'computed') return { missing: missingOf(computed) }
  const { outcome: _, ...money } = computed
  return { ...span, ...money }
}

/** The months paid; refused where none is left of the year, or a back-payment would begin after what is paid anyway. */
function monthsOf(year: number, { acceptedOn, backPay, toMonth = 12 }: Claim): readonly number[] {
  const due = monthsPaid(year, { from: 1, to: toMonth }, acceptedOn)
  if (backPay === null) {
    if (due.length === 0) throw invalidInput('toMonth', 'no-month-left')
    return due
  }
  const first = due[0] ?? toMonth + 1
  if (backPay.fromMonth >= first) throw invalidInput('backPay.fromMonth', 'no-back-pay')
  return monthsPaid(year, { from: backPay.fromMonth, to: toMonth }, null)
}
