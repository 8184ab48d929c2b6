import { z } from 'zod'
import { evidenceKinds } from '../domain/evidence.ts'
import { command, exchange } from './kinds.ts'
import { day, done, fileRef, id, programmeCode } from './values.ts'

export const evidenceSubject = z.object({ kind: z.enum(['household', 'person', 'account']), id })
export const evidenceDay = z.union([
  z.object({ source: z.enum(['taken', 'stated']), on: day }),
  z.object({ source: z.literal('imported') }),
])

export const evidenceContract = {
  /** 挂证据 — a photo or scan about a household, a person or an account. */
  attach: exchange
    .input(
      z.object({
        subject: evidenceSubject,
        kind: z.enum(evidenceKinds),
        title: z.string().trim().max(60).default(''),
        programmeCode: programmeCode.nullable().default(null),
        day: evidenceDay,
        fileToken: z.string(),
      }),
    )
    .output(z.object({ evidenceId: id })),
  /** Leaves a trace: a scan shows whole numbers. */
  open: command.input(z.object({ evidenceId: id })).output(fileRef),
  remove: command.input(z.object({ evidenceId: id, reason: z.string().trim().min(2).max(200) })).output(done),
}
