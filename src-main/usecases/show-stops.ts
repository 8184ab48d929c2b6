import type { ApplicationStatus } from '../domain/application-status.ts'
import { idTail } from '../domain/id-number.ts'
import { sumFen } from '../domain/money.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import { listStops, listStopsOf } from '../store/stop-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { QueryContext } from './context.ts'

type Row = Awaited<ReturnType<typeof listStops>>[number]

/** 停发与追缴 of a period: what waits for a second person, and what is still owed. */
export async function showStops(
  ctx: QueryContext,
  input: Period & { readonly after: string | null; readonly limit: number },
) {
  const all = await listStops(ctx.reader, input, ctx.scope)
  const from = input.after === null ? 0 : all.findIndex(({ id }) => id === input.after) + 1
  const page = all.slice(from, from + input.limit)
  const confirmed = all.filter(({ state }) => state === 'confirmed')
  const last = page.at(-1)
  return {
    rows: await toRows(ctx, page),
    next: last !== undefined && from + page.length < all.length ? last.id : null,
    total: all.length,
    proposed: all.filter(({ state }) => state === 'proposed').length,
    toRecoverFen: sumFen(confirmed.map(({ recoverFen }) => recoverFen ?? 0)),
    recoveredFen: sumFen(confirmed.map(({ recoveredFen }) => recoveredFen)),
    undecided: confirmed.filter(({ recoverFen }) => recoverFen === null).length,
  }
}

/** Those of one record, newest first. */
export async function stopsOf(ctx: QueryContext, applicationId: string) {
  return toRows(ctx, await listStopsOf(ctx.reader, applicationId))
}

function isUnfixed({ state, kind, recoverFen }: Row): boolean {
  return state === 'confirmed' && kind === 'stop' && recoverFen === null
}

async function toRows(ctx: QueryContext, rows: readonly Row[]) {
  const names = await listUserNames(ctx.reader)
  const mayDecide = ctx.actor.roles.some((role) => role === 'reviewer' || role === 'approver')
  return rows.map((row) => ({
    ...{ stopId: row.id, applicationId: row.applicationId, name: row.name, idTail: idTail(row.idNumber) },
    ...{ villageName: villageTitle(row.villageName), groupName: row.groupName },
    ...{ status: row.status as ApplicationStatus, kind: row.kind, reasonCode: row.reasonCode },
    ...{
      statement: row.statement,
      dueMonth: row.dueMonth,
      stoppedMonth: row.stoppedMonth,
      months: row.months,
    },
    ...{ recoverFen: row.recoverFen, missing: JSON.parse(row.missing) as string[] },
    ...{ byHand: row.byHand === 1, basis: row.basis, recoveredFen: row.recoveredFen },
    ...{ hasFile: row.fileSha256 !== null, state: row.state },
    ...{ proposedBy: names.get(row.proposedBy) ?? '', proposedAt: row.proposedAt },
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    ...{ decidedAt: row.decidedAt, decidedReason: row.decidedReason },
    mayDecide: mayDecide && row.state === 'proposed' && row.proposedBy !== ctx.actor.userId,
    mayFix: mayDecide && isUnfixed(row) && row.proposedBy !== ctx.actor.userId,
  }))
}
