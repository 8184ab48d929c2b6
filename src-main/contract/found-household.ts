import { z } from 'zod'
import { foundStatuses } from '../domain/found-household.ts'
import { editHistory } from './edit-history.ts'
import { command, query } from './kinds.ts'
import { id, instant, reason, villageCode } from './values.ts'

const found = z.object({
  taskIds: z.array(id),
  roundId: id,
  roundName: z.string(),
  status: z.enum(foundStatuses),
  villageCode,
  villageName: z.string(),
  told: z.array(
    z.object({
      taskId: id,
      machineName: z.string(),
      by: z.string(),
      at: instant,
      householdNo: z.string(),
      place: z.string(),
    }),
  ),
  people: z.array(
    z.object({
      subject: z.string(),
      name: z.string(),
      relation: z.string(),
      idTail: z.string(),
      isHead: z.boolean(),
    }),
  ),
  accounts: z.int(),
  /** 可能是 — households it may be of; null where the register knows the person without one. */
  likely: z.array(
    z.object({
      why: z.enum(['id-number', 'name']),
      personId: id,
      name: z.string(),
      idTail: z.string(),
      householdId: id.nullable(),
      householdNo: z.string(),
      place: z.string(),
      headName: z.string(),
    }),
  ),
  became: z.object({ taskId: id, householdId: id, householdNo: z.string() }).nullable(),
  isNew: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedReason: z.string(),
})

/** 新遇到的户 — met at the door and on no list: told by laptops, decided at the office. */
export const foundContract = {
  /** On a laptop: begins with its head, is entered like any other. */
  addFound: command
    .input(
      z.object({
        roundId: id,
        villageCode,
        groupName: z.string().max(60).default(''),
        address: z.string().max(200).default(''),
        householdNo: z.string().max(60).default(''),
        name: z.string().max(60),
        idNumber: z.string().max(40).default(''),
      }),
    )
    .output(z.object({ taskId: id })),
  found: query.output(z.array(found)),
  foundHistory: query.input(z.object({ taskIds: z.array(id).min(1).max(50) })).output(editHistory),
  decideFound: command
    .input(
      z.object({
        taskIds: z.array(id).min(1).max(50),
        as: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('new'), householdNo: z.string().max(60).default(''), villageCode }),
          z.object({ kind: z.literal('household'), householdId: id }),
          z.object({ kind: z.literal('declined') }),
        ]),
        reason,
      }),
    )
    .output(z.object({ taskId: id.nullable(), conflicts: z.int() })),
}
