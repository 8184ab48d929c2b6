import { amountFen } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { insertApplications, type Period, raiseDataMark, recordEditor } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { listLinesToRollForward, type LineToRollForward } from '../store/roll-queries.ts'
import { lineThisYear } from '../domain/surveyed-line.ts'
import { listSurveyedLines, type SurveyedLine } from '../store/survey-claim-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { totalsOf } from './period-totals.ts'

/**
 * 滚动 — opens this year's applications from last year's list, with area and account as this year's visits found them.
 * No visit means last year's values and no confirmation (field-notes 17); a household that no longer applies has no
 * application. Lines that were rolled before are left alone.
 */
export async function rollForward(ctx: JobContext, input: Period & { fromYear: number }) {
  const stored = await getActiveTerms(ctx.reader, input.programmeCode, input.year)
  const rate = stored.terms.rateYuan
  if (rate === null) throw new Problem('programme.standard-missing', { programme: stored.terms.name })
  const opened = await ctx.inTransaction(async (command) => {
    const surveyed = await listSurveyedLines(command.writer, input)
    const all = await listLinesToRollForward(command.writer, input, ctx.scope)
    const lines = all.flatMap((line) => {
      const now = lineThisYear(line, surveyed.get(line.id))
      return now === undefined ? [] : [{ ...line, now, surveyed: surveyed.get(line.id) }]
    })
    for (let at = 0; at < lines.length; at += 200) {
      ctx.progress('滚动上年清册', at, lines.length)
      await ctx.breathe()
      await openApplications(command, stored, rate, lines.slice(at, at + 200))
    }
    await raiseDataMark(command.writer)
    await recordAudit(command.writer, {
      at: ctx.now().toISOString(),
      actor: ctx.actor.userId,
      action: 'application.roll-forward',
      subject: stored.id,
      details: { ...input, opened: lines.length, givenUp: all.length - lines.length },
    })
    return { count: lines.length, givenUp: all.length - lines.length }
  })
  const totals = await totalsOf(ctx.reader, input, ctx.scope)
  return { opened: opened.count, givenUp: opened.givenUp, already: totals.rows - opened.count, totals }
}

interface LineThisYear extends LineToRollForward {
  readonly now: { readonly areaCentiMu: number; readonly accountId: string }
  readonly surveyed: SurveyedLine | undefined
}

async function openApplications(
  ctx: CommandContext,
  stored: StoredTerms,
  rateYuan: string,
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
    rateYuan,
    amountFen: amountFen(line.now.areaCentiMu, rateYuan),
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
    reason: '由上年清册滚动',
    by: ctx.actor.userId,
    at,
  })
  for (const [index, { surveyed }] of lines.entries())
    for (const editor of surveyed?.editors ?? [])
      await recordEditor(ctx.writer, applications[index]?.id ?? '', editor, 'entry')
}
