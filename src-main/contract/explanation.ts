import { z } from 'zod'
import { command, query } from './kinds.ts'
import { id, instant, status } from './values.ts'

export const explanationView = z.object({
  ...{ statement: z.string(), by: z.string(), at: instant },
  /** For how many findings at once. */
  together: z.int(),
})

/** 同因说明 — one text for must-explain findings of the same check on the same other lists. */
export const explanationCalls = {
  sameCause: query.input(z.object({ findingId: id })).output(
    z.object({
      check: z.string(),
      rows: z.array(
        z.object({
          ...{ findingId: id, applicationId: id, villageName: z.string(), groupName: z.string() },
          ...{ name: z.string(), idTail: z.string(), status, detail: z.string() },
          ...{ isExplained: z.boolean(), isOwn: z.boolean() },
        }),
      ),
    }),
  ),
  explain: command
    .input(
      z.object({
        findingIds: z.array(id).min(1).max(2_000),
        statement: z.string().trim().min(5).max(500),
        /** Passes those waiting for review that have nothing else to be handled. */
        approve: z.boolean(),
      }),
    )
    .output(z.object({ explained: z.int(), approved: z.int() })),
}
