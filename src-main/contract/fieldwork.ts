import { z } from 'zod'
import { isMachineName, machineKinds } from '../domain/machine.ts'
import { command, exchange, query } from './kinds.ts'
import { done, fileRef, id, instant } from './values.ts'

const machineName = z.string().trim().refine(isMachineName)
const reason = z.string().trim().min(2).max(200)
/** 核对码 — two people read it to each other. */
const code = z.string()

/** 外业笔记本 — machines of the township that go from door to door, and what they bring back. */
export const fieldworkContract = {
  /** What this machine is, and on a laptop to whom it belongs. */
  here: query.output(
    z.object({
      kind: z.enum(machineKinds),
      name: z.string(),
      code,
      office: z.object({ name: z.string(), code, since: instant }).nullable(),
    }),
  ),
  machines: query.output(
    z.array(
      z.object({
        machineId: id,
        name: z.string(),
        code,
        enrolledBy: z.string(),
        enrolledAt: instant,
        revokedBy: z.string().nullable(),
        revokedAt: instant.nullable(),
        revokedReason: z.string().nullable(),
      }),
    ),
  ),
  /** On the laptop: what the office must read. */
  requestFile: exchange.output(fileRef),
  /** At the office: what a laptop says of itself; `enrolledAs` where it is known already. */
  readRequest: exchange.input(z.object({ fileToken: z.string() })).output(
    z.object({
      stageId: id,
      name: z.string(),
      code,
      createdAt: instant,
      enrolledAs: z.object({ machineId: id, name: z.string() }).nullable(),
    }),
  ),
  acceptRequest: exchange
    .input(z.object({ stageId: id, name: machineName }))
    .output(z.object({ machineId: id, file: fileRef })),
  answerFile: query.input(z.object({ machineId: id })).output(fileRef),
  /** On the laptop: who answered, under which name it was enrolled. */
  readAnswer: exchange
    .input(z.object({ fileToken: z.string() }))
    .output(z.object({ stageId: id, officeName: z.string(), name: z.string(), code })),
  pinOffice: exchange.input(z.object({ stageId: id })).output(done),
  revoke: command.input(z.object({ machineId: id, reason })).output(done),
}
