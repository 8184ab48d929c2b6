import { Problem } from '../domain/problem.ts'
import type { AssignmentRecord, TaskInPackage } from '../package-file/assignment-records.ts'
import {
  endAssignment,
  getAssignment,
  insertAssignment,
  listEndedOf,
  listOpenTasks,
  listTasksToAssign,
  type TaskChoice,
  type TaskToAssign,
} from '../store/assignment-queries.ts'
import { getQuestionSetRow, listEditsOfTasks } from '../store/carried-survey-queries.ts'
import { getWorkingMachine, type StoredMachine } from '../store/machine-queries.ts'
import { getProgramme } from '../store/programme-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import type { CommandContext, JobContext, QueryContext } from './context.ts'
import { householdRecords } from './carried-household.ts'
import { editRecord } from './carried-edit.ts'
import { assignmentSummary } from './fieldwork-summary.ts'
import { makeFieldworkPackage, type MadePackage, offerMade } from './fieldwork-package.ts'
import { refuseElsewhere } from './machine-here.ts'
import { trace } from './trace.ts'

interface Given {
  readonly machineId: string
  readonly visitors: readonly string[]
  readonly note: string
}

export interface Assign extends TaskChoice, Given {
  /** Also those another laptop is out with. */
  readonly includeOut: boolean
}

/** 派发 — households of a round to one laptop; the office can go on editing them, nothing locks. */
export async function assignFieldwork(ctx: JobContext, input: Assign) {
  await refuseElsewhere(ctx, 'office')
  const machine = await getWorkingMachine(ctx.reader, input.machineId)
  const found = await listTasksToAssign(ctx.reader, ctx.scope, input)
  const tasks = found.filter(({ outOn }) => outOn === null || input.includeOut)
  return give(ctx, input.roundId, tasks, { ...input, machine, reissueOf: null }, () => Promise.resolve())
}

/** 转派 — what a lost or overburdened laptop has not brought back goes to another; its late results still merge. */
export async function reissueAssignment(
  ctx: JobContext,
  input: Given & { readonly assignmentId: string; readonly reason: string },
) {
  await refuseElsewhere(ctx, 'office')
  const before = await getAssignment(ctx.reader, ctx.scope, input.assignmentId)
  const machine = await getWorkingMachine(ctx.reader, input.machineId)
  if (machine.id === before.machineId) throw new Problem('fieldwork.same-machine', { name: machine.name })
  const tasks = await listOpenTasks(ctx.reader, before.id)
  const given = { ...input, machine, reissueOf: before.id }
  return give(ctx, before.roundId, tasks, given, (command) =>
    end(command, before.id, 'reissued', input.reason),
  )
}

/** 收回 — the office no longer waits for it; what the laptop brings afterwards is taken all the same. */
export async function takeBackAssignment(
  ctx: CommandContext,
  input: { assignmentId: string; reason: string },
): Promise<{ ok: true }> {
  await refuseElsewhere(ctx, 'office')
  await getAssignment(ctx.writer, ctx.scope, input.assignmentId)
  await end(ctx, input.assignmentId, 'taken-back', input.reason)
  return { ok: true }
}

/** How many households a choice would give out, and which of them are out already. */
export async function showChoice(ctx: QueryContext, input: TaskChoice) {
  const tasks = await listTasksToAssign(ctx.reader, ctx.scope, input)
  const out = Map.groupBy(
    tasks.filter(({ outOn }) => outOn !== null),
    ({ outOn }) => outOn ?? '',
  )
  return {
    tasks: tasks.length,
    mustVisit: tasks.filter(({ mustVisit }) => mustVisit !== '[]').length,
    out: [...out].map(([machineName, own]) => ({ machineName, tasks: own.length })),
    groups: [...new Set(tasks.map(({ groupName }) => groupName))].sort(),
  }
}

async function end(
  ctx: CommandContext,
  assignmentId: string,
  how: 'taken-back' | 'reissued',
  reason: string,
): Promise<void> {
  const ended = { how, by: ctx.actor.userId, at: ctx.now().toISOString(), reason }
  await endAssignment(ctx.writer, assignmentId, ended)
  await trace(ctx, `fieldwork.${how}`, assignmentId, { reason })
}

interface Giving extends Given {
  readonly machine: StoredMachine
  readonly reissueOf: string | null
}

async function give(
  ctx: JobContext,
  roundId: string,
  tasks: readonly TaskToAssign[],
  giving: Giving,
  first: (command: CommandContext) => Promise<void>,
) {
  const round = await getRound(ctx.reader, ctx.scope, roundId)
  if (round.status === 'closed') throw new Problem('survey.round-closed', { round: round.name })
  if (tasks.length === 0) throw new Problem('fieldwork.nothing-to-assign')
  const assignmentId = ctx.newId()
  ctx.progress('整理住户资料', 0, 3)
  const households = await householdRecords(ctx.reader, [...new Set(tasks.map((task) => task.householdId))])
  await ctx.breathe()
  const summary = await assignmentSummary(round, giving, tasks, households)
  const signer = await ctx.parts.keys.workstationSigner()
  ctx.progress('签名并加密', 1, 3)
  await ctx.breathe()
  const made = await ctx.inTransaction(async (command) => {
    await first(command)
    const at = command.now().toISOString()
    const { machine, visitors, note, reissueOf } = giving
    await insertAssignment(
      command.writer,
      {
        ...{ id: assignmentId, roundId, machineId: machine.id, visitors: JSON.stringify(visitors), note },
        ...{ assignedBy: command.actor.userId, assignedAt: at, takenAt: null, takenBy: null },
        ...{ ended: null, endedBy: null, endedAt: null, endedReason: null, reissueOf },
      },
      tasks.map((task) => ({ taskId: task.id, householdVersion: task.currentHouseholdVersion })),
    )
    const records = [
      await orderOf(command, assignmentId, roundId, giving, at),
      await roundRecord(command, round),
      ...households,
      ...tasks.map(taskRecord),
      ...(
        await listEditsOfTasks(
          command.writer,
          tasks.map(({ id }) => id),
        )
      ).map(editRecord),
    ] satisfies AssignmentRecord[]
    const parts = { signer, software: ctx.parts.software }
    const wanted = { kind: 'survey-assignment', packageId: command.newId(), round, assignmentId } as const
    return makeFieldworkPackage(command, { ...wanted, records, summary, attachments: [] }, machine, parts)
  })
  return { assignmentId, ...(await answerOf(ctx, made)), tasks: tasks.length }
}

async function answerOf(ctx: JobContext, made: MadePackage) {
  return { packageId: made.packageId, sequence: made.sequence, file: await offerMade(ctx, made) }
}

async function orderOf(
  ctx: CommandContext,
  id: string,
  roundId: string,
  { machine, visitors, note }: Giving,
  assignedAt: string,
): Promise<AssignmentRecord> {
  return {
    ...{ type: 'assignment', id, roundId, machineId: machine.id, machineName: machine.name },
    ...{ visitors, note, assignedAt, ended: await listEndedOf(ctx.writer, machine.id) },
  }
}

async function roundRecord(
  ctx: CommandContext,
  round: Awaited<ReturnType<typeof getRound>>,
): Promise<AssignmentRecord> {
  const { id, programmeCode, year, name, fromYear, questionSetId } = round
  const { version, title, questions, source } = await getQuestionSetRow(ctx.writer, questionSetId)
  return {
    ...{ type: 'round', id, programme: await getProgramme(ctx.writer, programmeCode), year, name, fromYear },
    questionSet: { id: questionSetId, version, title, questions, source },
  }
}

function taskRecord(task: TaskToAssign): TaskInPackage {
  const { id, roundId, householdId, villageCode, groupName, mustVisit, previous, origin } = task
  return {
    ...{ type: 'task', id, roundId, householdId, villageCode, group: groupName, mustVisit, previous },
    ...{ origin, householdVersion: task.currentHouseholdVersion },
  }
}
