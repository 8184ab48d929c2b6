import { Problem } from '../domain/problem.ts'
import type { Attachment } from '../package-file/prepare-bag.ts'
import type { EvidenceInPackage, ResultsRecord, VisitInPackage } from '../package-file/results-records.ts'
import { listOwnAssignments, listTaskIdsOfRound } from '../store/assignment-queries.ts'
import { getRoundById, listOwnEdits, listTasksById } from '../store/carried-survey-queries.ts'
import { listEvidenceOfHouseholds } from '../store/evidence-queries.ts'
import { listSentEvidence, noteSentEvidence } from '../store/fieldwork-package-queries.ts'
import { listFoundOfRound, type StoredFound } from '../store/found-household-queries.ts'
import { getOffice, nameHere, readOwnMachine } from '../store/machine-queries.ts'
import { editRecord } from './carried-edit.ts'
import { householdRecords } from './carried-household.ts'
import type { JobContext } from './context.ts'
import { makeFieldworkPackage, offerMade } from './fieldwork-package.ts'
import { resultsSummary } from './fieldwork-summary.ts'
import { refuseElsewhere } from './machine-here.ts'

/**
 * 写出返回包 — everything typed here in the round, each time anew: whichever package gets lost on the way, the next
 * one brings all of it. Photos and scans travel once, or all again when a stick was lost.
 */
export async function returnResults(ctx: JobContext, input: { roundId: string; allEvidence: boolean }) {
  await refuseElsewhere(ctx, 'field')
  const office = await getOffice(ctx.reader)
  const round = await getRoundById(ctx.reader, input.roundId)
  const { workstationId } = await readOwnMachine(ctx.reader)
  ctx.progress('整理录入', 0, 3)
  const edits = await listOwnEdits(ctx.reader, round.id, workstationId)
  const tasks = await listTasksById(ctx.reader, await listTaskIdsOfRound(ctx.reader, round.id))
  if (tasks.length === 0) throw new Problem('fieldwork.nothing-to-return')
  const evidence = await evidenceToSend(ctx, tasks, input.allEvidence)
  const summary = await resultsSummary(round, await nameHere(ctx.reader), tasks, edits)
  ctx.progress('附上照片和扫描件', 1, 3)
  const attachments: Attachment[] = []
  for (const { fileSha256, extension } of evidence) {
    await ctx.breathe()
    attachments.push({ extension, bytes: await ctx.vault.read(fileSha256) })
  }
  const found = new Map((await listFoundOfRound(ctx.reader, round.id)).map((one) => [one.taskId, one]))
  const touched = new Set(edits.map((edit) => edit.taskId))
  const records: readonly ResultsRecord[] = [
    ...(await takenRecords(ctx, round.id)),
    ...tasks.filter(({ id }) => touched.has(id)).map((task) => visitRecord(task, found)),
    ...(await householdRecords(
      ctx.reader,
      [...found.values()].map(({ householdId }) => householdId),
    )),
    ...edits.map(editRecord),
    ...evidence.map(evidenceRecord),
  ]
  ctx.progress('签名并加密', 2, 3)
  await ctx.breathe()
  const signer = await ctx.parts.keys.workstationSigner()
  const made = await ctx.inTransaction(async (command) => {
    const wanted = { kind: 'survey-results', packageId: command.newId(), round, assignmentId: null } as const
    const parts = { signer, software: ctx.parts.software }
    const sent = await makeFieldworkPackage(
      command,
      { ...wanted, records, summary, attachments },
      office,
      parts,
    )
    await noteSentEvidence(
      command.writer,
      sent.packageId,
      evidence.map(({ id }) => id),
    )
    return sent
  })
  return {
    ...{ packageId: made.packageId, sequence: made.sequence, file: await offerMade(ctx, made) },
    ...{ households: touched.size, edits: edits.length, evidence: evidence.length },
  }
}

type Task = Awaited<ReturnType<typeof listTasksById>>[number]
type Evidence = Awaited<ReturnType<typeof listEvidenceOfHouseholds>>[number]

async function evidenceToSend(
  ctx: JobContext,
  tasks: readonly Task[],
  all: boolean,
): Promise<readonly Evidence[]> {
  const found = await listEvidenceOfHouseholds(
    ctx.reader,
    tasks.map((task) => task.householdId),
  )
  if (all) return found
  const sent = await listSentEvidence(ctx.reader)
  return found.filter(({ id }) => !sent.has(id))
}

async function takenRecords(ctx: JobContext, roundId: string): Promise<ResultsRecord[]> {
  const assignments = await listOwnAssignments(ctx.reader, roundId)
  return assignments.flatMap(({ id, takenAt, takenBy }) =>
    takenAt === null ? [] : [{ type: 'taken', id, takenAt, takenBy: takenBy ?? '' }],
  )
}

function visitRecord(task: Task, foundHere: ReadonlyMap<string, StoredFound>): VisitInPackage {
  const { id, householdId, villageCode, householdVersion, state, visitedOn } = task
  const one = foundHere.get(id)
  const found = one && { roundId: one.roundId, group: one.groupName, mustVisit: '[]', previous: '[]' }
  return {
    ...{ type: 'visit', id, householdId: one?.householdId ?? householdId, villageCode, householdVersion },
    ...{ state, visitedOn, found: found ?? null },
  }
}

function evidenceRecord(row: Evidence): EvidenceInPackage {
  const { id, subjectKind, subjectId, kind, title, programmeCode, fileSha256, extension } = row
  return {
    ...{ type: 'evidence', id, subjectKind, subjectId, kind, title, programmeCode, sha256: fileSha256 },
    ...{ extension, onDay: row.onDay, daySource: row.daySource, origin: row.origin, originId: row.originId },
    ...{ addedBy: row.addedByName, addedAt: row.addedAt },
  }
}
