import { z } from 'zod'
import { command, exchange, query } from './kinds.ts'
import { centiMu, day, fen, fileRef, id, instant, programmeCode, status, year } from './values.ts'

const period = z.object({ programmeCode, year })
const rule = z.object({
  percent: z.int(),
  perVillage: z.int(),
  among: z.enum(['all', 'new-or-more']),
  kin: z.boolean().default(false),
})
const outcome = z.enum(['confirmed', 'contradicted'])
const mode = z.enum(['on-site', 'phone', 'video'])

const drawnRecord = z.object({
  applicationId: id,
  version: z.int(),
  villageName: z.string(),
  groupName: z.string(),
  name: z.string(),
  idTail: z.string(),
  areaCentiMu: centiMu,
  quantityCenti: z.int().nullable(),
  amountFen: fen,
  status,
  state: z.enum(['open', 'confirmed', 'contradicted', 'not-due']),
  /** What was found last; null where nobody has looked yet. */
  outcome: outcome.nullable(),
  mode: mode.nullable(),
  doneOn: day.nullable(),
  statement: z.string(),
  doneBy: z.string().nullable(),
  mayRecord: z.boolean(),
  /** The one who asks entered it, changed its account or passed it. */
  isConcerned: z.boolean(),
})

/** 抽查复核 — some of the reviewed records, drawn so that anybody can draw them again, looked at by another person. */
export const recheckCalls = {
  rechecks: query.input(period).output(
    z.object({
      rule,
      undrawn: z.int(),
      undrawnVillages: z.array(z.string()),
      records: z.array(drawnRecord),
      draws: z.array(
        z.object({
          drawId: id,
          villageName: z.string(),
          size: z.int(),
          candidates: z.int(),
          seed: z.string(),
          candidatesDigest: z.string(),
          drawnBy: z.string(),
          drawnAt: instant,
        }),
      ),
    }),
  ),
  /** 复算 — the draw made again from its seed and list, and what is needed to do it elsewhere. */
  redraw: query.input(z.object({ drawId: id })).output(
    z.object({
      ...{ seed: z.string(), candidatesDigest: z.string(), size: z.int(), rule },
      ...{ candidates: z.array(id), drawn: z.array(id), isSame: z.boolean() },
    }),
  ),
  drawRechecks: command.input(period).output(z.object({ drawn: z.int() })),
  recordRecheck: exchange
    .input(
      z.object({
        ...{ applicationId: id, version: z.int(), outcome, mode, doneOn: day },
        ...{ statement: z.string().trim().min(5).max(500), fileToken: z.string() },
      }),
    )
    .output(z.object({ recheckId: id })),
  recheckFile: command.input(z.object({ applicationId: id })).output(fileRef),
}
