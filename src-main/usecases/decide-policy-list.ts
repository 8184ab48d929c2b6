import { Problem } from '../domain/problem.ts'
import {
  getPolicyList,
  listPolicyLines,
  savePolicyDecision,
  type StoredPolicyLine,
  type StoredPolicyList,
} from '../store/policy-queries.ts'
import { insertProgrammes, listProgrammes } from '../store/programme-queries.ts'
import type { CommandContext } from './context.ts'
import { refusePartOfList } from './policy-draft.ts'
import { trace } from './trace.ts'

interface Decided {
  readonly listId: string
  readonly reason: string
}

/** 核对启用 — by nobody who brought the list or typed one of its lines. */
export async function putPolicyListInForce(ctx: CommandContext, input: Decided): Promise<{ ok: true }> {
  const { list, lines } = await getDraft(ctx, input.listId)
  if (editorsOf(list, lines).has(ctx.actor.userId)) throw new Problem('permission.same-person')
  const listed = lines.filter(({ dropped }) => dropped === 0)
  if (listed.length === 0) throw new Problem('policy.empty', { year: list.year })
  await learnProgrammes(ctx, listed)
  await decide(ctx, list, { status: 'in-force', reason: input.reason })
  await trace(ctx, 'policy.put-in-force', list.id, {
    ...{ year: list.year, version: list.version, lines: listed.length },
  })
  return { ok: true }
}

/** 撤回 — a draft that shall not come in force, by whoever finds it wrong. */
export async function withdrawPolicyList(ctx: CommandContext, input: Decided): Promise<{ ok: true }> {
  const { list } = await getDraft(ctx, input.listId)
  await decide(ctx, list, { status: 'withdrawn', reason: input.reason })
  await trace(ctx, 'policy.withdraw', list.id, { year: list.year, version: list.version })
  return { ok: true }
}

async function getDraft(ctx: CommandContext, listId: string) {
  refusePartOfList(ctx.scope)
  const list = await getPolicyList(ctx.writer, listId)
  if (list.status !== 'draft') throw new Problem('record.stale', { what: '政策清单' })
  return { list, lines: await listPolicyLines(ctx.writer, list.id) }
}

function decide(
  ctx: CommandContext,
  list: StoredPolicyList,
  decision: { readonly status: 'in-force' | 'withdrawn'; readonly reason: string },
): Promise<void> {
  const decided = { decidedBy: ctx.actor.userId, decidedAt: ctx.now().toISOString() }
  return savePolicyDecision(ctx.writer, list, { ...decision, ...decided })
}

/** Whoever brought a list, and whoever has typed on it. A line copied from the list in force was decided on before. */
export function editorsOf(
  list: { readonly enteredBy: string; readonly enteredAt: string },
  lines: readonly Pick<StoredPolicyLine, 'editedBy' | 'reason'>[],
): ReadonlySet<string> {
  const typed = lines.filter(({ reason }) => reason !== '').map(({ editedBy }) => editedBy)
  return new Set([list.enteredBy, ...typed])
}

/** A county's own programme gets its place in the catalogue with the list that names it. */
async function learnProgrammes(ctx: CommandContext, lines: readonly StoredPolicyLine[]): Promise<void> {
  const known = new Set((await listProgrammes(ctx.writer)).map(({ code }) => code))
  const missing = lines.filter(({ programmeCode }) => !known.has(programmeCode))
  await insertProgrammes(
    ctx.writer,
    missing.map(({ programmeCode, name, department, unit, cycle }) => ({
      ...{ code: programmeCode, name, department, unit, cycle, confidence: 'source' },
    })),
  )
}
