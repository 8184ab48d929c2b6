import { z } from 'zod'
import { kinRelations } from '../domain/kin.ts'
import { command, query } from './kinds.ts'
import { done, id, instant } from './values.ts'

export const kinCalls = {
  /** 近亲属回避 — what staff declared, of one household or of all within the caller's villages. */
  kin: query.input(z.object({ householdId: id.nullable().default(null) })).output(
    z.array(
      z.object({
        kinId: id,
        householdId: id,
        householderName: z.string(),
        villageName: z.string(),
        groupName: z.string(),
        staff: z.string(),
        isMine: z.boolean(),
        relation: z.enum(kinRelations),
        declaredAt: instant,
        withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
      }),
    ),
  ),
  declareKin: command
    .input(z.object({ householdId: id, relation: z.enum(kinRelations) }))
    .output(z.object({ kinId: id })),
  withdrawKin: command.input(z.object({ kinId: id, reason: z.string().trim().min(2).max(200) })).output(done),
}
