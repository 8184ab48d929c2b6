import { Problem } from '../domain/problem.ts'
import { drawSample, type RecheckRule } from '../domain/recheck.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import { getActiveTerms } from '../store/programme-queries.ts'
import {
  concern,
  getDraw,
  listConcerned,
  listDrawn,
  listDrawnOf,
  listDraws,
} from '../store/recheck-queries.ts'
import type { QueryContext } from './context.ts'
import { digestOfCandidates, rankBy } from './recheck.ts'
import { listUndrawn, stateOf } from './recheck-gate.ts'

/** 抽查复核 of a period: what is still to be drawn, every drawn record with where it stands, and how it was drawn. */
export async function showRechecks(ctx: QueryContext, period: Period) {
  const { terms } = await getActiveTerms(ctx.reader, period.programmeCode, period.year)
  const undrawn = await listUndrawn(ctx.reader, period, ctx.scope, terms)
  const drawn = await listDrawn(ctx.reader, period, ctx.scope)
  const concerned = await listConcerned(
    ctx.reader,
    drawn.map(({ id }) => id),
  )
  const works = ctx.actor.roles.some((role) => ['clerk', 'reviewer', 'approver'].includes(role))
  const records = drawn.map((one) => {
    const state = stateOf(one)
    const isConcerned = concerned.has(concern(one.id, ctx.actor.userId))
    return {
      ...{ applicationId: one.id, version: one.version, villageName: villageTitle(one.villageName) },
      ...{ groupName: one.groupName, name: one.name, idTail: one.idNumber.slice(-4), state },
      ...{ areaCentiMu: one.areaCentiMu, quantityCenti: one.quantityCenti, amountFen: one.amountFen },
      ...{ status: one.status as never, outcome: one.outcome, mode: one.mode, doneOn: one.doneOn },
      ...{ statement: one.statement ?? '', doneBy: one.doneByName },
      mayRecord: works && !isConcerned && (state === 'open' || state === 'confirmed'),
      isConcerned,
    }
  })
  const draws = (await listDraws(ctx.reader, period, ctx.scope)).map((draw) => ({
    ...{ drawId: draw.id, villageName: villageTitle(draw.villageName), size: draw.size, seed: draw.seed },
    ...{ candidates: (JSON.parse(draw.candidates) as string[]).length, drawnAt: draw.drawnAt },
    ...{ candidatesDigest: draw.candidatesDigest, drawnBy: draw.drawnByName },
  }))
  const undrawnVillages = [...new Set(undrawn.map((one) => villageTitle(one.villageName)))]
  return { rule: terms.recheck, undrawn: undrawn.length, undrawnVillages, records, draws }
}

/** 复算 — draws again from what was recorded, and hands out what an auditor needs to do it without this program. */
export async function redrawRecheck(ctx: QueryContext, { drawId }: { readonly drawId: string }) {
  const draw = await getDraw(ctx.reader, drawId)
  if (!inScopeOf(ctx.scope, draw)) throw new Problem('record.not-found', { what: '抽查' })
  const candidates = JSON.parse(draw.candidates) as string[]
  const drawn = await listDrawnOf(ctx.reader, drawId)
  const again = drawSample(candidates, draw.size, rankBy(draw.seed))
  const isSame =
    digestOfCandidates(candidates) === draw.candidatesDigest &&
    [...drawn].sort().join() === [...again].sort().join()
  const { seed, candidatesDigest, size } = draw
  return {
    seed,
    candidatesDigest,
    size,
    rule: JSON.parse(draw.rule) as RecheckRule,
    candidates,
    drawn: again,
    isSame,
  }
}
