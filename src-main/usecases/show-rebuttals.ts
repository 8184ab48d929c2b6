import { listEditors } from '../store/application-queries.ts'
import type { StoredFinding } from '../store/check-queries.ts'
import { listRebuttals } from '../store/rebuttal-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { QueryContext } from './context.ts'
import { isOf } from './rebut-finding.ts'

/** What was said of an application's findings, newest first, and whether the one who looks may decide on it. */
export async function rebuttalsOf(ctx: QueryContext, applicationId: string) {
  const said = await listRebuttals(ctx.reader, applicationId)
  if (said.length === 0) return []
  const names = await listUserNames(ctx.reader)
  const editors = await listEditors(ctx.reader, applicationId)
  const decides = ctx.actor.roles.some((role) => role === 'reviewer' || role === 'approver')
  const mine = ctx.actor.userId
  return said.map((one) => ({
    of: one,
    view: {
      ...{ rebuttalId: one.id, state: one.state, statement: one.statement, proposedAt: one.proposedAt },
      ...{ proposedBy: names.get(one.proposedBy) ?? '', decidedReason: one.decidedReason },
      decidedBy: one.decidedBy === null ? null : (names.get(one.decidedBy) ?? ''),
      mayDecide: decides && one.state === 'proposed' && one.proposedBy !== mine && !editors.includes(mine),
    },
  }))
}

/** Whether it was said of exactly this finding, as both are stored. */
export function isSaidOf(
  of: Parameters<typeof isOf>[0],
  { check, facts, sources, others }: StoredFinding,
): boolean {
  const stored = { checkCode: check, facts: JSON.stringify(facts), sources: JSON.stringify(sources) }
  return isOf(of, { ...stored, others: JSON.stringify(others) })
}
