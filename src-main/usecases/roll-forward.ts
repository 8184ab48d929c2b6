import { type OpenedMoney, openedMoney } from '../domain/opened-line.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import { paidBy } from '../domain/programme-terms.ts'
import { insertApplications, type Period, raiseDataMark, recordEditor } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import {
  countUnplaced,
  latestRollMonth,
  listLinesToRollForward,
  listPeopleInPeriod,
  type LineToRollForward,
} from '../store/roll-queries.ts'
import { countsMonths, monthsPaid } from '../domain/standard.ts'
import { lineThisYear } from '../domain/surveyed-line.ts'
import { listPeopleToJudge } from '../store/rule-subject-queries.ts'
import { listSurveyedLines, type SurveyedLine } from '../store/survey-claim-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { amountsBy, isByStandardInForce, moneyOf } from './standard-of.ts'
import { totalsOf } from './period-totals.ts'

interface RollForward extends Period {
  readonly fromYear: number
  /** Of a list paid by the month; the last one imported where nothing is said. */
  readonly fromMonth?: number | null | undefined
  /** 发放月份 — which months of the year are paid, where the programme counts months. */
  readonly months?: MonthSpan | null | undefined
}

interface MonthSpan {
  readonly from: number
  readonly to: number
}

/**
 * 滚动 — opens this year's applications from a list, with area and account as this year's visits found them. No visit
 * means the list's values and no confirmation (field-notes 17); a household that no longer applies has no application.
 * Lines that were rolled before are left alone, and so is, where a programme pays people by the month, whoever was
 * opened from another month's list.
 */
export async function rollForward(ctx: JobContext, input: RollForward) {
  const stored = await getActiveTerms(ctx.reader, input.programmeCode, input.year)
  if (stored.terms.rateYuan === null)
    throw new Problem('programme.standard-missing', { programme: stored.terms.name })
  const months = countsMonths(stored.terms.unit) ? (input.months ?? null) : null
  if (months !== null && months.from > months.to) throw invalidInput('months', 'months-backwards')
  const fromMonth = input.fromMonth ?? (await latestRollMonth(ctx.reader, input))
  const source = { ...input, fromMonth }
  const opened = await ctx.inTransaction(async (command) => {
    const unplaced = await countUnplaced(command.writer, source)
    const { lines, givenUp } = await linesThisYear(command, stored, source)
    const moneyFor = await moneyReader(command, { stored, lines, months })
    for (let at = 0; at < lines.length; at += 200) {
      ctx.progress('滚入清册', at, lines.length)
      await ctx.breathe()
      await openApplications(command, { stored, moneyFor }, lines.slice(at, at + 200))
    }
    await raiseDataMark(command.writer)
    await recordAudit(command.writer, {
      at: ctx.now().toISOString(),
      actor: ctx.actor.userId,
      action: 'application.roll-forward',
      subject: stored.id,
      details: { ...source, opened: lines.length, givenUp, unplaced },
    })
    return { opened: lines.length, givenUp, unplaced }
  })
  const totals = await totalsOf(ctx.reader, input, ctx.scope)
  return { ...opened, already: totals.rows - opened.opened, totals }
}

async function linesThisYear(
  ctx: CommandContext,
  stored: StoredTerms,
  source: Period & { fromYear: number; fromMonth: number | null },
) {
  const surveyed = await listSurveyedLines(ctx.writer, source)
  const all = await listLinesToRollForward(ctx.writer, source, ctx.scope)
  const isByLand = paidBy(stored.terms.unit) === 'land'
  const already = isByLand ? new Set<string>() : await listPeopleInPeriod(ctx.writer, source)
  const open = all.filter(({ personId }) => !already.has(personId))
  const lines = open.flatMap((line): LineThisYear[] => {
    const now = lineThisYear(line, surveyed.get(line.id))
    return now === undefined ? [] : [{ ...line, now, surveyed: surveyed.get(line.id) }]
  })
  return { lines, givenUp: open.length - lines.length }
}

interface LineThisYear extends LineToRollForward {
  readonly now: { readonly areaCentiMu: number; readonly accountId: string }
  readonly surveyed: SurveyedLine | undefined
}

interface LineMoney extends OpenedMoney {
  readonly monthFrom: number | null
  readonly monthTo: number | null
  readonly steps: string
}

/**
 * By land, and where everybody has a standard of their own, from the line; else from the standard in force. Whoever it
 * cannot be told for keeps what the roll says, and the checks say so (C17).
 */
async function moneyReader(
  ctx: CommandContext,
  {
    stored,
    lines,
    months,
  }: { stored: StoredTerms; lines: readonly LineThisYear[]; months: MonthSpan | null },
): Promise<(line: LineThisYear) => LineMoney> {
  const span = { monthFrom: months?.from ?? null, monthTo: months?.to ?? null }
  const own = (line: LineThisYear) =>
    openedMoney({ ...line, ...line.now }, stored.terms, stored.terms.rateYuan ?? '')
  if (!isByStandardInForce(stored)) return (line) => ({ ...own(line), ...span, steps: '[]' })
  const amountFor = await amountsBy(ctx.writer, stored)
  const people = await listPeopleToJudge(
    ctx.writer,
    lines.map(({ personId }) => personId),
  )
  const subjectOf = new Map(people.map((person) => [person.subjectId, person]))
  const paid = months === null ? null : monthsPaid(stored.year, months, null)
  return (line) => {
    const [mine, subject] = [own(line), subjectOf.get(line.personId)]
    const computed = subject && amountFor(subject, { months: paid, quantityCenti: mine.quantityCenti ?? 100 })
    if (computed?.outcome !== 'computed') return { ...mine, ...span, steps: '[]' }
    return { ...moneyOf(computed), ...span }
  }
}

async function openApplications(
  ctx: CommandContext,
  {
    stored,
    moneyFor,
  }: { readonly stored: StoredTerms; readonly moneyFor: (line: LineThisYear) => LineMoney },
  lines: readonly LineThisYear[],
): Promise<void> {
  const at = ctx.now().toISOString()
  const applications = lines.map((line) => ({
    id: ctx.newId(),
    programmeCode: stored.programmeCode,
    year: stored.year,
    termsId: stored.id,
    villageCode: line.villageCode,
    groupName: line.groupName,
    householdId: line.householdId,
    beneficiaryId: line.personId,
    payeeId: line.personId,
    accountId: line.now.accountId,
    areaCentiMu: line.now.areaCentiMu,
    ...moneyFor(line),
    acceptedOn: null,
    previousAreaCentiMu: line.areaCentiMu,
    previousPrintedFen: line.printedAmountFen,
    previousAmountFen: line.amountFen,
    rosterLineId: line.id,
    status: 'submitted' as const,
    version: 1,
    enteredBy: ctx.actor.userId,
    enteredAt: at,
  }))
  insertApplications(ctx.writer, applications, {
    step: 'open',
    reason: '由清册滚入',
    by: ctx.actor.userId,
    at,
  })
  for (const [index, { surveyed }] of lines.entries())
    for (const editor of surveyed?.editors ?? [])
      await recordEditor(ctx.writer, applications[index]?.id ?? '', editor, 'entry')
}
