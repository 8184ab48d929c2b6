import { z } from 'zod'
import { bringItems } from '../domain/open-point.ts'
import { exchange, query } from './kinds.ts'
import { centiMu, day, fen, fileRef, id, sourceLine, status } from './values.ts'

const row = z.object({
  key: z.string(),
  year: z.int(),
  month: z.int().nullable(),
  programmeName: z.string(),
  areaCentiMu: centiMu.nullable(),
  amountFen: fen,
  /** Of a record made here; a roll's line has none. */
  status: status.nullable(),
  /** What the roll says became of the payment; null for a record made here. */
  outcome: z.enum(['paid', 'failed', 'stopped', 'unsaid']).nullable(),
  why: z.string(),
  accountMasked: z.string(),
  forName: z.string().nullable(),
  source: sourceLine.nullable(),
})

const point = z.object({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  bring: z.array(z.enum(bringItems)),
  isForVisitor: z.boolean(),
  applicationId: id.nullable(),
  taskId: id.nullable(),
})

const visitor = z.object({
  personId: id,
  name: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  age: z.int(),
  idMasked: z.string(),
  phoneMasked: z.string(),
  status: z.enum(['registered', 'cancelled', 'moved-out', 'dead']),
  diedOn: day.nullable(),
  relation: z.string(),
  isHouseholder: z.boolean(),
  householdId: id.nullable(),
  householdNo: z.string(),
  householderName: z.string(),
  place: z.string(),
  othersOfHousehold: z.int(),
  /** Whether the caller answers for every programme; otherwise some may be missing here. */
  isWhole: z.boolean(),
  accounts: z.array(
    z.object({
      accountId: id,
      accountMasked: z.string(),
      bankName: z.string(),
      holderName: z.string(),
      kind: z.enum(['card', 'passbook']),
      status: z.enum(['active', 'closed']),
      onTheWay: z.int(),
    }),
  ),
  rows: z.array(row),
  points: z.array(point),
})

/** 谁来问 — the person, or somebody for them with papers that were looked at. */
export const asker = z.union([
  z.object({ kind: z.literal('self') }),
  z.object({
    kind: z.literal('other'),
    name: z.string().trim().min(2).max(20),
    relation: z.string().trim().min(1).max(20),
    papers: z.string().trim().min(2).max(60),
  }),
])

const printed = z.object({ file: fileRef, serial: z.string() })

export const visitorContract = {
  show: query.input(z.object({ personId: id })).output(visitor),
  /** 查询单 — what this office has of the person, masked, for whoever asked. */
  slip: exchange.input(z.object({ personId: id, asker })).output(printed),
  /** 一次性告知单 — everything still to be brought, at once; the points are named, their words are the core's. */
  notice: exchange
    .input(
      z.object({
        personId: id,
        asker,
        points: z.array(z.string().max(200)).max(40),
        items: z.array(z.enum(bringItems)).max(bringItems.length),
        note: z.string().trim().max(200).default(''),
        until: day.nullable().default(null),
      }),
    )
    .output(printed),
}
