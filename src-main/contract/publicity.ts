import { z } from 'zod'
import { command, exchange, query } from './kinds.ts'
import { day, fen, fileRef, centiMu, done, id, instant, programmeCode, villageCode, year } from './values.ts'

const evidence = z.object({
  evidenceId: id,
  kind: z.enum(['photo', 'signed-posting', 'screenshot']),
  phase: z.enum(['start', 'end']),
  takenOn: day,
  /** 时间来源 — the camera's clock, the day it came in, or what somebody stated (field-notes 30). */
  timeSource: z.enum(['taken', 'imported', 'stated']),
  place: z.string(),
  postedBy: z.string(),
  addedBy: z.string(),
  addedAt: instant,
  late: z.boolean(),
})

export const publicityRow = z.object({
  publicityId: id,
  serial: z.string(),
  edition: z.int(),
  programmeCode,
  year,
  villageCode,
  villageName: z.string(),
  status: z.enum(['frozen', 'posted', 'concluded', 'withdrawn']),
  version: z.int(),
  lines: z.int(),
  areaCentiMu: centiMu,
  amountFen: fen,
  frozenHash: z.string(),
  frozenAt: instant,
  postedOn: day.nullable(),
  lastDay: day.nullable(),
  daysLeft: z.int().nullable(),
  printed: z.boolean(),
  evidence: z.int(),
  concludedAt: instant.nullable(),
  objections: z.object({ open: z.int(), dismissed: z.int(), upheld: z.int() }),
  /** What the clerk has to do next, as a code the page words: print, post, evidence, wait, conclude, done. */
  next: z.enum(['print', 'post', 'evidence', 'wait', 'objection', 'conclude', 'done', 'withdrawn']),
})

export const publicityContract = {
  list: query.input(z.object({ programmeCode, year })).output(
    z.object({
      rows: z.array(publicityRow),
      ready: z.array(
        z.object({
          villageCode,
          villageName: z.string(),
          rows: z.int(),
          areaCentiMu: centiMu,
          amountFen: fen,
          waiting: z.int(),
          verified: z.boolean(),
        }),
      ),
    }),
  ),
  get: query.input(z.object({ publicityId: id })).output(
    publicityRow.extend({
      evidenceItems: z.array(evidence),
      trail: z.array(z.object({ at: instant, by: z.string(), what: z.string() })),
    }),
  ),
  /** The very HTML that is previewed, printed and turned into PDF. */
  document: query
    .input(z.object({ publicityId: id }))
    .output(z.object({ html: z.string(), uncovered: z.array(z.string()) })),
  recordPosting: command
    .input(
      z.object({
        publicityId: id,
        version: z.int(),
        postedOn: day,
        place: z.string().trim().min(2),
        postedBy: z.string().trim().min(2),
      }),
    )
    .output(z.object({ lastDay: day, version: z.int() })),
  addEvidence: exchange
    .input(
      z.object({
        publicityId: id,
        kind: z.enum(['photo', 'signed-posting', 'screenshot']),
        phase: z.enum(['start', 'end']),
        takenOn: day,
        place: z.string().trim().min(2),
        postedBy: z.string().trim().min(2),
        fileToken: z.string(),
      }),
    )
    .output(z.object({ evidenceId: id })),
  /** 公示情况说明, 无异议证明 — of a concluded notice. */
  statement: exchange.input(z.object({ publicityId: id })).output(fileRef),
  conclude: command.input(z.object({ publicityId: id, version: z.int() })).output(done),
  withdraw: command
    .input(z.object({ publicityId: id, version: z.int(), reason: z.string().trim().min(2) }))
    .output(done),
}
