import { amountFen } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { insertApplications, type Period, raiseDataMark } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { listLinesToRollForward, type LineToRollForward } from '../store/roll-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { totalsOf } from './period-totals.ts'

/**
 * 滚动 — opens this year's applications from last year's list. Only what was there is carried over: no visit, no
 * confirmation (field-notes 17). Lines that were rolled before are left alone.
 */
export async function rollForward(ctx: JobContext, input: Period & { fromYear: number }) {
  const stored = await getActiveTerms(ctx.reader, input.programmeCode, input.year)
  const rate = stored.terms.rateYuan
  if (rate === null) throw new Problem('programme.standard-missing', { programme: stored.terms.name })
  const opened = await ctx.inTransaction(async (command) => {
    const lines = await listLinesToRollForward(command.writer, input, ctx.scope)
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
      details: { ...input, opened: lines.length },
    })
    return lines.length
  })
  const totals = await totalsOf(ctx.reader, input, ctx.scope)
  return { opened, already: totals.rows - opened, totals }
}

async function openApplications(
  ctx: CommandContext,
  stored: StoredTerms,
  rateYuan: string,
  lines: readonly LineToRollForward[],
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
    accountId: line.accountId,
    areaCentiMu: line.areaCentiMu,
    rateYuan,
    amountFen: amountFen(line.areaCentiMu, rateYuan),
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
}
