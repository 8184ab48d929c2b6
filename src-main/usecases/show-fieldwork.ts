import { assignmentState } from '../domain/assignment-state.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { countToReturn, listAssignments, listOutNow } from '../store/assignment-queries.ts'
import { getRoundById } from '../store/carried-survey-queries.ts'
import { findSent, listSent } from '../store/fieldwork-package-queries.ts'
import { readOwnMachine } from '../store/machine-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import type { QueryContext } from './context.ts'

/** 外业任务 — who is out with how many households, and what has come back. */
export async function showAssignments(ctx: QueryContext) {
  const rows = await listAssignments(ctx.reader, ctx.scope)
  const packages = await listSent(ctx.reader, 'survey-assignment')
  return rows.map((row) => {
    const sent = packages.find(({ assignmentId }) => assignmentId === row.id)
    return {
      ...{ assignmentId: row.id, roundId: row.roundId, roundName: row.roundName, machineId: row.machineId },
      ...{ machineName: row.machineName, machineRevoked: row.revokedAt !== null, note: row.note },
      ...{ visitors: JSON.parse(row.visitors) as string[], villages: row.villages, tasks: row.tasks },
      ...{ returned: row.returned, state: assignmentState(row), lastReturnedAt: row.lastReturnedAt },
      ...{ assignedBy: row.assignedByName ?? '', assignedAt: row.assignedAt, takenAt: row.takenAt },
      ...{ endedAt: row.endedAt, endedBy: row.endedByName, endedReason: row.endedReason },
      ...{ packageId: sent?.id ?? null, sequence: sent?.sequence ?? null, fileName: sent?.fileName ?? '' },
    }
  })
}

/** 在外 — which laptops a household is out on now; a note for whoever edits it at the office, never a lock. */
export async function showOutNow(ctx: QueryContext, { taskId }: { taskId: string }) {
  await getTask(ctx.reader, ctx.scope, taskId)
  const rows = await listOutNow(ctx.reader, taskId)
  // A laptop that was given it twice has had it since the first time.
  const first = rows.filter(
    ({ machineName }, at) => rows.findIndex((row) => row.machineName === machineName) === at,
  )
  return first.map(({ machineName, visitors, assignedAt }) => ({
    ...{ machineName, since: assignedAt },
    visitors: JSON.parse(visitors) as string[],
  }))
}

/** 待返回 — on the laptop: its rounds, and what a package would take along now. */
export async function showToReturn(ctx: QueryContext) {
  const { workstationId } = await readOwnMachine(ctx.reader)
  const assignments = await listAssignments(ctx.reader, ctx.scope)
  const packages = await listSent(ctx.reader, 'survey-results')
  const byRound = [...Map.groupBy(assignments, ({ roundId }) => roundId)]
  const views = byRound.map(async ([roundId, own]) => {
    const counts = await countToReturn(ctx.reader, roundId, workstationId)
    const last = packages.find((one) => one.roundId === roundId)
    return {
      ...{ roundId, roundName: own[0]?.roundName ?? '', ...counts },
      assignments: own.map((one) => ({
        ...{ assignmentId: one.id, visitors: JSON.parse(one.visitors) as string[], note: one.note },
        ...{ tasks: one.tasks, assignedAt: one.assignedAt, ended: one.ended !== null },
      })),
      last: last === undefined ? null : { packageId: last.id, sequence: last.sequence, at: last.sentAt },
    }
  })
  return Promise.all(views)
}

/** A package as it was made, once more; whose programme it is decides who may carry it. */
export async function sentFile(ctx: QueryContext, input: { packageId: string }): Promise<FileRef> {
  const sent = await findSent(ctx.reader, input.packageId)
  const round = sent && (await getRoundById(ctx.reader, sent.roundId))
  if (
    sent === undefined ||
    round === undefined ||
    !inScopeOf(ctx.scope, { programmeCode: round.programmeCode })
  )
    throw new Problem('record.not-found', { what: '摸底包' })
  return ctx.files.offer(sent.fileName, await ctx.vault.read(sent.fileSha256))
}
