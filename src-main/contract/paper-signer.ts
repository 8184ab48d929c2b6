import { z } from 'zod'
import { paperSignerPosts } from '../domain/paper-signer.ts'
import { command, query } from './kinds.ts'
import { day, done, id, instant, villageCode } from './values.ts'

const post = z.enum(paperSignerPosts)

/** 村签字人 — people of a village who sign on paper for a term; they have no account here. */
export const paperSignerContract = {
  list: query.input(z.object({ villageCode: villageCode.nullable().default(null) })).output(
    z.array(
      z.object({
        signerId: id,
        villageCode,
        villageName: z.string(),
        post,
        name: z.string(),
        termFrom: day,
        termTo: day.nullable(),
        /** Whether today lies within the term. */
        inOffice: z.boolean(),
        registeredBy: z.string(),
        registeredAt: instant,
      }),
    ),
  ),
  add: command
    .input(
      z.object({
        villageCode,
        post,
        name: z.string().trim().min(2).max(20),
        termFrom: day,
        termTo: day.nullable().default(null),
      }),
    )
    .output(z.object({ signerId: id })),
  end: command.input(z.object({ signerId: id, termTo: day })).output(done),
}
