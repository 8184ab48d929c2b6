import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { parseField } from '../domain/survey-field.ts'
import { brokenVisit } from '../domain/survey-visit.ts'
import { findMeta } from '../store/meta-queries.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { listUnvisited } from '../store/survey-sheet-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { bindEvidence } from './evidence.ts'
import { keepEvidence, readEvidence } from './keep-evidence.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'
import { trace } from './trace.ts'

interface BySheet {
  readonly roundId: string
  readonly villageCode: string
  readonly groupName: string | null
  readonly on: Day
  readonly visitor: string
  readonly signer: string
  readonly signerRelation: string
  readonly basis: string
  readonly fileToken: string
}

/**
 * 按签字清册登记 — households that signed the village's register, without anything to change, are verified 村组代核 with
 * that sheet as each one's own evidence. Whoever must be visited, is disputed or half typed is left for one by one:
 * nobody is verified in bulk without a basis (field-notes 17).
 */
export async function verifyBySheet(ctx: JobContext, input: BySheet) {
  const round = await getRound(ctx.reader, ctx.scope, input.roundId)
  if (round.status === 'closed') throw new Problem('survey.round-closed', { round: round.name })
  const { set } = await getQuestionSet(ctx.reader, round.questionSetId)
  const values = visitValues(input, ctx.today())
  const broken = brokenVisit(values, set.modes)
  if (broken.length > 0)
    throw new Problem('input.invalid', {
      fields: broken.map(({ field, rule }) => ({ path: field.replace('visit.', ''), rule })),
    })
  const file = await readEvidence(ctx, input.fileToken)
  return ctx.inTransaction(async (command) => {
    const unvisited = await listUnvisited(command.writer, input)
    const free = unvisited.filter((task) => !task.mustVisit && task.conflicts === 0 && !task.hasDraft)
    if (free.length === 0) throw new Problem('survey.nothing-to-verify')
    const fileSha256 = await keepEvidence(command, file, 'evidence')
    const workstationId = (await findMeta(command.writer, 'workstationId')) ?? ''
    for (const [done, task] of free.entries()) {
      ctx.progress('登记签字清册', done, free.length)
      if (done % 20 === 0) await ctx.breathe()
      await takeSurveyEdits(command.writer, editsOf(command, task.id, values, workstationId))
      await bindSheet(command, { ...input, programmeCode: round.programmeCode }, task, fileSha256)
    }
    const left = {
      mustVisit: unvisited.filter((task) => task.mustVisit).length,
      undecided: unvisited.length - free.length - unvisited.filter((task) => task.mustVisit).length,
    }
    const { villageCode, groupName, on } = input
    const counts = { verified: free.length, ...left }
    await trace(command, 'survey.verify-by-sheet', round.id, {
      villageCode,
      groupName,
      on,
      fileSha256,
      ...counts,
    })
    return counts
  })
}

function visitValues(input: BySheet, today: Day): Readonly<Record<string, string>> {
  const typed: Readonly<Record<string, string>> = {
    ...{ 'visit.state': 'visited', 'visit.mode': 'village', 'visit.notified': 'yes' },
    ...{ 'visit.on': input.on, 'visit.visitor': input.visitor, 'visit.signer': input.signer },
    ...{ 'visit.signerRelation': input.signerRelation, 'visit.why': '农户在核实清册上签字，无变化' },
    'visit.basis': input.basis,
  }
  return Object.fromEntries(
    Object.entries(typed).map(([field, text]) => {
      const parsed = parseField(field, text, today)
      if (!parsed.ok)
        throw new Problem('input.invalid', {
          fields: [{ path: field.replace('visit.', ''), rule: parsed.rule }],
        })
      return [field, parsed.value ?? '']
    }),
  )
}

function editsOf(
  ctx: CommandContext,
  taskId: string,
  values: Readonly<Record<string, string>>,
  workstationId: string,
): StoredEdit[] {
  return Object.entries(values).map(([field, value]) => ({
    ...{ id: ctx.newId(), taskId, subject: 'visit', field, value, baseValue: null, supersedes: [] },
    ...{ workstationId, editedBy: ctx.actor.userId, editorName: ctx.actor.displayName },
    ...{ editedAt: ctx.now().toISOString(), packageId: null, receivedAt: null },
  }))
}

function bindSheet(
  ctx: CommandContext,
  { basis, on, programmeCode }: BySheet & { readonly programmeCode: string },
  task: { readonly id: string; readonly householdId: string },
  fileSha256: string,
) {
  return bindEvidence(ctx, {
    subject: { kind: 'household', id: task.householdId },
    kind: 'village-register',
    title: basis.slice(0, 60),
    programmeCode,
    day: { source: 'stated', on },
    origin: { kind: 'survey', id: task.id },
    fileSha256,
  })
}
