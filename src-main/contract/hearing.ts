import { z } from 'zod'
import { exemptions, hearingWays } from '../domain/hearing.ts'
import { command, exchange } from './kinds.ts'
import { centiMu, day, fen, fileRef, id, instant } from './values.ts'

const attempts = z.array(z.object({ on: day, how: z.string().trim().max(200) })).max(10)
/** Heard, only the asker's own word that it was not needed, or not heard. */
const heardStates = z.enum(['heard', 'own-word-only', 'unheard'])

/** 听取意见 — what a decision would take, and what was heard before it. */
export const hearings = z.object({
  stops: z.boolean(),
  reduces: z.boolean(),
  isRequired: z.boolean(),
  toStop: heardStates,
  toReduce: heardStates,
  /** Others of the programme and year, not decided yet, that would get less: what 普调 may be said of at once. */
  othersReduced: z.int(),
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
      attempts,
      /** What it was about; null in what was kept before figures were. */
      areaCentiMu: centiMu.nullable(),
      amountFen: fen.nullable(),
      hasFile: z.boolean(),
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
})

export const hearingCalls = {
  /** 听取意见 — before a stop or a cut; never changed, only added to. */
  hear: exchange
    .input(
      z.object({
        applicationId: id,
        cut: z.enum(['stop', 'reduce']),
        way: z.enum(hearingWays),
        exemption: z.enum(exemptions).nullable().default(null),
        heardOn: day,
        heardName: z.string().trim().max(20).default(''),
        relation: z.string().trim().max(20).default(''),
        said: z.string().trim().max(1_000).default(''),
        answer: z.string().trim().max(1_000).default(''),
        attempts: attempts.default([]),
        /** 普调 — for every record of the programme and year that would get less and is not decided yet. */
        forAll: z.boolean().default(false),
        fileToken: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ hearingId: id, recorded: z.int() })),
  hearingFile: command.input(z.object({ hearingId: id })).output(fileRef),
  /** 告知书 — before the decision what is meant to be done and until when to speak, after it what was decided. */
  cutNotice: exchange
    .input(
      z.object({
        applicationId: id,
        cut: z.enum(['stop', 'reduce']),
        reason: z.string().trim().min(5).max(500),
        /** 从何时起. */
        from: day,
        until: day,
      }),
    )
    .output(z.object({ file: fileRef, serial: z.string() })),
}
