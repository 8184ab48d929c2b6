import { z } from 'zod'
import { droppedWhys } from '../domain/dropped.ts'
import { stopReasons } from '../domain/stop.ts'
import { command, query } from './kinds.ts'
import { centiMu, fen, id, instant, month, programmeCode, year } from './values.ts'

const period = { programmeCode, year }

export const droppedCalls = {
  /** 上次有、今年没有 — on the programme's last list, and without an application of this period. */
  dropped: query.input(z.object(period)).output(
    z.object({
      roll: z.object({ year, month: month.nullable() }).nullable(),
      rows: z.array(
        z.object({
          lineId: id,
          personId: id,
          householdId: id.nullable(),
          name: z.string(),
          idTail: z.string(),
          villageName: z.string(),
          groupName: z.string(),
          areaCentiMu: centiMu,
          quantityCenti: z.int().nullable(),
          amountFen: fen,
          why: z.enum(droppedWhys),
          note: z
            .object({ reasonCode: z.enum(stopReasons), statement: z.string(), by: z.string(), at: instant })
            .nullable(),
        }),
      ),
      /** Those nobody has said why of. */
      open: z.int(),
    }),
  ),
  explainDropped: command
    .input(
      z.object({
        ...period,
        personId: id,
        reasonCode: z.enum(stopReasons),
        statement: z.string().trim().min(2).max(200),
        forAllAlike: z.boolean().default(false),
      }),
    )
    .output(z.object({ recorded: z.int() })),
}
