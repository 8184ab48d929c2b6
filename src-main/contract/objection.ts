import { z } from 'zod'
import { objectionOutcomes, objectionWays } from '../domain/objection.ts'
import { command, exchange, query } from './kinds.ts'
import { day, done, fileRef, id, instant } from './values.ts'

const inquiry = z.object({
  inquiryId: id,
  outcome: z.enum(objectionOutcomes),
  investigators: z.array(z.string()),
  doneOn: day,
  finding: z.string(),
  hasFile: z.boolean(),
  by: z.string(),
  at: instant,
  state: z.enum(['proposed', 'confirmed', 'declined']),
  decidedBy: z.string().nullable(),
  decidedReason: z.string(),
})

export const objectionContract = {
  /** 异议 of one notice, newest first. */
  list: query.input(z.object({ publicityId: id })).output(
    z.array(
      z.object({
        objectionId: id,
        lineNo: z.int(),
        printedName: z.string(),
        way: z.enum(objectionWays),
        receivedOn: day,
        /** null to everybody who may not know who said it. */
        objector: z.object({ name: z.string(), phone: z.string() }).nullable(),
        isProtected: z.boolean(),
        statement: z.string(),
        dueOn: day,
        recordedBy: z.string(),
        recordedAt: instant,
        outcome: z.enum(objectionOutcomes).nullable(),
        answer: z.string(),
        closedBy: z.string().nullable(),
        closedAt: instant.nullable(),
        inquiries: z.array(inquiry),
        mayInvestigate: z.boolean(),
        mayDecide: z.boolean(),
        whyNot: z.string().nullable(),
      }),
    ),
  ),
  record: command
    .input(
      z.object({
        publicityId: id,
        lineNo: z.int().min(1),
        way: z.enum(objectionWays),
        receivedOn: day,
        objector: z.string().trim().max(40).default(''),
        phone: z.string().trim().max(30).default(''),
        isProtected: z.boolean().default(false),
        statement: z.string().trim().min(2).max(1_000),
      }),
    )
    .output(z.object({ objectionId: id })),
  investigate: exchange
    .input(
      z.object({
        objectionId: id,
        outcome: z.enum(objectionOutcomes),
        investigators: z.array(z.string().trim().min(2).max(20)).length(2),
        doneOn: day,
        finding: z.string().trim().min(5).max(1_000),
        fileToken: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ inquiryId: id })),
  decide: command
    .input(
      z.object({
        objectionId: id,
        decision: z.enum(['confirmed', 'declined']),
        /** 答复 where confirmed, the reason where it has to be looked into again. */
        words: z.string().trim().min(2).max(1_000),
      }),
    )
    .output(done),
  /** 书面答复 — the answer as a sheet to hand over. */
  answerSheet: exchange
    .input(z.object({ objectionId: id }))
    .output(z.object({ file: fileRef, serial: z.string() })),
  file: command.input(z.object({ inquiryId: id })).output(fileRef),
}
