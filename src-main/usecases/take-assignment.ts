import { Problem } from '../domain/problem.ts'
import type {
  AssignmentRecord,
  AssignmentOrder,
  RoundInPackage,
  TaskInPackage,
} from '../package-file/assignment-records.ts'
import type { HouseholdInPackage } from '../package-file/household-record.ts'
import { keepQuestionSet } from '../store/carried-round-writing.ts'
import { keepHousehold, keepLandRights, putRow } from '../store/carried-household-writing.ts'
import { endKnownAssignments, findAssignment, insertAssignment } from '../store/assignment-queries.ts'
import { readOwnMachine } from '../store/machine-queries.ts'
import { storedEdit } from './carried-edit.ts'
import type { CommandContext } from './context.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'

export interface TakenAssignment {
  readonly tasks: number
  readonly newEdits: number
  readonly edits: number
}

interface Incoming {
  readonly packageId: string
  readonly records: readonly AssignmentRecord[]
  /** A newer package of the office has been taken before: this one only fills what is missing. */
  readonly older: boolean
}

/** 领取任务 — on the laptop: what the register says of the households, and what has been typed of them so far. */
export async function takeAssignment(
  ctx: CommandContext,
  { packageId, records, older }: Incoming,
): Promise<TakenAssignment> {
  const of = <T extends AssignmentRecord['type']>(type: T) =>
    records.filter((record): record is Extract<AssignmentRecord, { type: T }> => record.type === type)
  const [order] = of('assignment')
  const [round] = of('round')
  if (order === undefined || round === undefined) throw new Problem('package.malformed', { why: 'record' })
  const { workstationId } = await readOwnMachine(ctx.writer)
  if (order.machineId !== workstationId)
    throw new Problem('package.for-another', { recipient: order.machineName })
  const tasks = of('task')
  keepRound(ctx, round, older)
  for (const household of of('household')) keepRecord(ctx, household, older)
  for (const task of tasks) keepTask(ctx, task, older)
  await keepOrder(ctx, order, tasks)
  const edits = of('edit').map((edit) => storedEdit(edit, packageId, ctx.now().toISOString()))
  const newEdits = await takeSurveyEdits(ctx.writer, edits)
  return { tasks: tasks.length, edits: edits.length, newEdits }
}

function keepRound(ctx: CommandContext, round: RoundInPackage, older: boolean): void {
  const { id, programme, year, name, fromYear, questionSet } = round
  const [by, at] = [ctx.actor.userId, ctx.now().toISOString()]
  const programmeCode = programme.code
  putRow(ctx.writer, 'programme', { ...programme }, true, ['code'])
  const entered = { enteredBy: ctx.actor.displayName, enteredAt: at }
  keepQuestionSet(ctx.writer, { ...questionSet, programmeCode, ...entered })
  const asked = { questionSetId: questionSet.id, status: 'open', openedBy: by, openedAt: at }
  putRow(ctx.writer, 'survey_round', { id, programmeCode, year, name, fromYear, ...asked }, older)
}

function keepRecord(ctx: CommandContext, household: HouseholdInPackage, older: boolean): void {
  const { id, householdNo, villageCode, villageName, group, householderId, address, status } = household
  const [by, at] = [ctx.actor.userId, ctx.now().toISOString()]
  const village = { code: villageCode, name: villageName, level: 'village', kind: '村' }
  putRow(ctx.writer, 'division', village, true, ['code'])
  const made = { batchId: null, line: null, createdAt: at }
  const entered = { enteredBy: by, ...made }
  const row = { id, householdNo, villageCode, groupName: group, householderId, address, status }
  const pending = householderId === null ? 1 : 0
  const given = {
    household: { ...row, householderPending: pending, version: household.version, ...made },
    people: household.members.map(({ idUpgraded, ...member }) => {
      return { ...member, idUpgraded: idUpgraded ? 1 : 0, householdId: id, ...entered }
    }),
    accounts: household.accounts.map((account) => ({ ...account, ...entered })),
    parcels: household.parcels.map((parcel) => ({ ...parcel, householdId: id, ...entered })),
  }
  keepHousehold(ctx.writer, given, older)
  for (const [batchId, rows] of Map.groupBy(household.landRights, (right) => right.batchId)) {
    const [{ fileName, importedAt } = { fileName: '', importedAt: at }] = rows
    const lines = rows.map(({ fileName: _name, importedAt: _at, group: groupName, ...right }) => {
      return { ...right, groupName }
    })
    keepLandRights(ctx.writer, { id: batchId, fileName, importedAt }, by, lines)
  }
}

function keepTask(ctx: CommandContext, task: TaskInPackage, older: boolean): void {
  const { id, roundId, householdId, villageCode, group, mustVisit, previous, origin, householdVersion } = task
  const row = { id, roundId, householdId, villageCode, groupName: group, mustVisit, previous, origin }
  putRow(ctx.writer, 'survey_task', { ...row, householdVersion }, older)
}

/** The order as the laptop keeps it; reading it means it is taken. */
async function keepOrder(
  ctx: CommandContext,
  order: AssignmentOrder,
  tasks: readonly TaskInPackage[],
): Promise<void> {
  const { id, roundId, machineId, visitors, note, assignedAt, ended } = order
  if ((await findAssignment(ctx.writer, id)) === undefined)
    await insertAssignment(
      ctx.writer,
      {
        ...{ id, roundId, machineId, visitors: JSON.stringify(visitors), note, assignedBy: '', assignedAt },
        ...{ takenAt: ctx.now().toISOString(), takenBy: ctx.actor.displayName, reissueOf: null },
        ...{ ended: null, endedBy: null, endedAt: null, endedReason: null },
      },
      tasks.map((task) => ({ taskId: task.id, householdVersion: task.householdVersion })),
    )
  await endKnownAssignments(ctx.writer, ended, ctx.now().toISOString())
}
