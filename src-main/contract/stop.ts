import { z } from 'zod'
import { stopKinds, stopReasons } from '../domain/stop.ts'
import { command, exchange, query } from './kinds.ts'
import {
  day,
  fen,
  fileRef,
  id,
  instant,
  month,
  pageOf,
  paged,
  programmeCode,
  status,
  year,
} from './values.ts'

const asked = z.object({
  applicationId: id,
  kind: z.enum(stopKinds),
  reasonCode: z.enum(stopReasons),
  /** 应停 — the first month nothing is due. */
  dueMonth: month,
  /** 实停 — the first month nothing was paid; 13 where the whole year was. */
  stoppedMonth: z.int().min(1).max(13),
})

export const stopRow = z.object({
  stopId: id,
  applicationId: id,
  name: z.string(),
  idTail: z.string(),
  villageName: z.string(),
  groupName: z.string(),
  status,
  kind: z.enum(stopKinds),
  reasonCode: z.enum(stopReasons),
  statement: z.string(),
  dueMonth: month,
  stoppedMonth: z.int(),
  months: z.int().nullable(),
  /** 追缴金额; null with what is missing where it cannot be told. */
  recoverFen: fen.nullable(),
  missing: z.array(z.string()),
  /** 手工核定, with its basis. */
  byHand: z.boolean(),
  basis: z.string(),
  recoveredFen: fen,
  hasFile: z.boolean(),
  state: z.enum(['proposed', 'confirmed', 'declined']),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedReason: z.string(),
  mayDecide: z.boolean(),
  /** What is owed could not be computed and is to be fixed by hand. */
  mayFix: z.boolean(),
})

export const stopContract = {
  /** What a stop would leave to be recovered; nothing is kept. */
  amount: query.input(asked.omit({ reasonCode: true })).output(
    z.object({
      months: z.int().nullable(),
      recoverFen: fen.nullable(),
      missing: z.array(z.string()),
      paidUntil: month.nullable(),
    }),
  ),
  /** 停发、中止 — proposed by one person, binding once another has confirmed it. */
  propose: exchange
    .input(
      asked.extend({
        version: z.int(),
        statement: z.string().trim().min(2).max(500),
        /** 手工核定追缴金额 — where it cannot be computed, or the computed one is not what was paid. */
        byHand: z
          .object({ amountFen: fen, basis: z.string().trim().min(4).max(200) })
          .nullable()
          .default(null),
        fileToken: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ stopId: id })),
  decide: command
    .input(
      z.object({
        stopId: id,
        decision: z.enum(['confirmed', 'declined']),
        reason: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.object({ status })),
  list: query
    .input(z.object({ programmeCode, year, ...pageOf }))
    .output(
      paged(stopRow).extend({ proposed: z.int(), toRecoverFen: fen, recoveredFen: fen, undecided: z.int() }),
    ),
  /** 恢复 — a suspended record goes back to be corrected and reviewed. */
  resume: command
    .input(z.object({ applicationId: id, version: z.int(), reason: z.string().trim().min(2).max(200) }))
    .output(z.object({ status })),
  /** 手工核定 — of what could not be computed, by somebody other than who proposed the stop; 0 where nothing was paid. */
  fix: command
    .input(z.object({ stopId: id, amountFen: fen.min(0), basis: z.string().trim().min(4).max(200) }))
    .output(z.object({ status })),
  /** 追缴到账 — what came back, by its voucher; the township itself takes no money. */
  recovered: command
    .input(
      z.object({ stopId: id, amountFen: fen.min(1), onDay: day, voucher: z.string().trim().min(2).max(60) }),
    )
    .output(z.object({ openFen: fen, status })),
  file: command.input(z.object({ stopId: id })).output(fileRef),
}
