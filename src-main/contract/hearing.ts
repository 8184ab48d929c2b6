import { z } from 'zod'
import { exemptions, hearingWays } from '../domain/hearing.ts'
import { day, id, instant } from './values.ts'

/** 听取意见 — what a decision would take, and what was heard before it. */
export const hearings = z.object({
  stops: z.boolean(),
  reduces: z.boolean(),
  isRequired: z.boolean(),
  isHeardToStop: z.boolean(),
  isHeardToReduce: z.boolean(),
  records: z.array(
    z.object({
      hearingId: id,
      cut: z.enum(['stop', 'reduce']),
      way: z.enum(hearingWays),
      exemption: z.enum(exemptions).nullable(),
      heardOn: day,
      heardName: z.string(),
      relation: z.string(),
      said: z.string(),
      answer: z.string(),
      hasFile: z.boolean(),
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
})
