import { z } from 'zod'
import { command, query } from './kinds.ts'
import { centiMu, day, done, id } from './values.ts'

const reason = z.string().trim().min(2).max(200)
const text = z.string().trim().max(60).default('')
const parcel = z.object({
  parcelNo: text,
  name: text,
  contractNo: text,
  areaCentiMu: centiMu.min(1),
  nonEligibleCentiMu: centiMu.min(0).default(0),
  landUse: text,
})

export const landContract = {
  addParcel: command
    .input(z.object({ householdId: id, values: parcel, reason }))
    .output(z.object({ parcelId: id })),
  changeParcel: command
    .input(z.object({ parcelId: id, version: z.int(), values: parcel, reason }))
    .output(done),
  endParcel: command.input(z.object({ parcelId: id, version: z.int(), reason })).output(done),
  /** 登记流转 — somebody of the household gives or takes; the other side may be anybody. */
  addTransfer: command
    .input(
      z.object({
        personId: id,
        side: z.enum(['giver', 'taker']),
        counterpart: z.object({ name: text, idNumber: z.string().max(30).default(''), creditCode: text }),
        parcelId: id.nullable().default(null),
        parcelText: text,
        areaCentiMu: centiMu.min(1),
        startsOn: day.nullable(),
        endsOn: day.nullable(),
        subsidyTo: z.enum(['giver', 'taker', 'unknown']),
        agreement: text,
        reason,
      }),
    )
    .output(z.object({ transferId: id })),
  endTransfer: command.input(z.object({ transferId: id, version: z.int(), reason })).output(done),
  /** 整册提示 — ledgers that name no counterparts, each told of once. */
  books: query.output(
    z.array(z.object({ batchId: z.string(), fileName: z.string(), rows: z.int(), areaCentiMu: centiMu })),
  ),
}
