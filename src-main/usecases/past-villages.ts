import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { insertPastDivision, listPastDivisions, listVillages } from '../store/division-queries.ts'
import { refuseOtherVillage } from './change-household.ts'
import type { CommandContext } from './context.ts'
import { trace } from './trace.ts'

interface PastVillage {
  readonly code: string
  readonly name: string
  readonly replacedBy: string
  readonly until: Day
  readonly basis: string
}

/** 登记旧村 — a village that was merged or given another code, so that old sheets and old names are still understood. */
export async function addPastVillage(ctx: CommandContext, input: PastVillage): Promise<{ ok: true }> {
  const { code, name, replacedBy, until, basis } = input
  const isPresent = (await listVillages(ctx.writer)).some((village) => village.code === code)
  const isKnown = (await listPastDivisions(ctx.writer)).some((past) => past.code === code)
  if (isPresent || isKnown) throw invalid('code', 'code-in-use')
  if (until > ctx.today()) throw invalid('until', 'not-in-future')
  await refuseOtherVillage(ctx, replacedBy)
  await insertPastDivision(ctx.writer, { code, name, level: 'village', replacedBy, until })
  await trace(ctx, 'division.add-past', code, { replacedBy, until, basis })
  return { ok: true }
}

function invalid(path: string, rule: string): Problem {
  return new Problem('input.invalid', { fields: [{ path, rule }] })
}
