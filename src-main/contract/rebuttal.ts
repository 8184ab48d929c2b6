import { z } from 'zod'
import { command, exchange } from './kinds.ts'
import { done, fileRef, id, instant } from './values.ts'

/** 核实不属实 — what was said of a finding, and what the second person made of it. */
export const rebuttalView = z.object({
  rebuttalId: id,
  state: z.enum(['proposed', 'confirmed', 'declined']),
  statement: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedReason: z.string(),
  mayDecide: z.boolean(),
})

export const rebuttalCalls = {
  /** 核实不属实 — a blocking hit is not true, said with evidence by one person and confirmed by another. */
  rebut: exchange
    .input(z.object({ findingId: id, statement: z.string().trim().min(5).max(500), fileToken: z.string() }))
    .output(z.object({ rebuttalId: id })),
  decideRebuttal: command
    .input(
      z.object({
        rebuttalId: id,
        decision: z.enum(['confirmed', 'declined']),
        reason: z.string().trim().max(200).default(''),
      }),
    )
    .output(done),
  rebuttalFile: command.input(z.object({ rebuttalId: id })).output(fileRef),
}
