import { nextCodes, type PolicyLine, programmeOfName } from '../domain/policy-list.ts'
import { Problem } from '../domain/problem.ts'
import { listPolicyLines, savePolicyLine, takenProgrammeCodes } from '../store/policy-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import type { CommandContext } from './context.ts'
import { draftOf, refusePartOfList } from './policy-draft.ts'
import { trace } from './trace.ts'

interface Saved {
  readonly year: number
  /** Null for a programme that is on no list yet. */
  readonly programmeCode: string | null
  readonly line: Omit<PolicyLine, 'programmeCode'>
  /** Where the change comes from: a document, a phone call with whom. */
  readonly reason: string
}

/** 逐条录入 — one programme of the year's draft by hand, new or as it is now; the list in force stays as it is. */
export async function savePolicyLineByHand(ctx: CommandContext, input: Saved) {
  if (input.programmeCode === null) refusePartOfList(ctx.scope)
  const draft = await draftOf(ctx, input.year)
  const lines = await listPolicyLines(ctx.writer, draft.id)
  const programmeCode = input.programmeCode ?? (await codeFor(ctx, input.line.name))
  const before = lines.find((one) => one.programmeCode === programmeCode)
  const sameName = lines.find((one) => one.name === input.line.name && one.programmeCode !== programmeCode)
  if (sameName?.dropped === 0 || (input.programmeCode === null && before?.dropped === 0))
    throw new Problem('policy.already-on-list', { programme: input.line.name, year: input.year })
  await savePolicyLine(ctx.writer, {
    ...{ listId: draft.id, programmeCode, ...input.line, dropped: 0, reason: input.reason },
    position: before?.position ?? Math.max(0, ...lines.map(({ position }) => position)) + 1,
    ...{ sourceLine: before?.sourceLine ?? null, editedBy: ctx.actor.userId },
  })
  const { version, year } = draft
  await trace(ctx, 'policy.save-line', draft.id, {
    programmeCode,
    year,
    version,
    rateYuan: input.line.rateYuan,
  })
  return { listId: draft.id, programmeCode }
}

async function codeFor(ctx: CommandContext, name: string): Promise<string> {
  const known = programmeOfName(name, await listProgrammes(ctx.writer))
  return known ?? nextCodes(await takenProgrammeCodes(ctx.writer))()
}

/** 移出清单 — the draft keeps the line with the reason; what is under way of the programme is not touched. */
export async function dropPolicyLine(
  ctx: CommandContext,
  input: { readonly year: number; readonly programmeCode: string; readonly reason: string },
): Promise<{ ok: true }> {
  const draft = await draftOf(ctx, input.year)
  const lines = await listPolicyLines(ctx.writer, draft.id)
  const line = lines.find((one) => one.programmeCode === input.programmeCode && one.dropped === 0)
  if (line === undefined) throw new Problem('record.not-found', { what: '清单上的这个项目' })
  await savePolicyLine(ctx.writer, {
    ...{ ...line, dropped: 1, reason: input.reason, editedBy: ctx.actor.userId },
  })
  const { version, year } = draft
  await trace(ctx, 'policy.drop-line', draft.id, { programmeCode: line.programmeCode, year, version })
  return { ok: true }
}
