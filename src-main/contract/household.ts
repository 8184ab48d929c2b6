import { z } from 'zod'
import { householdEventKinds } from '../domain/household/event-kind.ts'
import { personFields } from '../domain/register-fields.ts'
import { exchange, query } from './kinds.ts'
import { centiMu, day, fen, fileRef, id, programmeCode, status, villageCode, year } from './values.ts'

const words = z.string().trim().min(2).max(200)
const relations = z.record(id, z.string().trim().max(20)).default({})

/** What every event is recorded with; a scan of the paper it is known from may come along. */
const event = {
  householdId: id,
  version: z.int(),
  happenedOn: day,
  reason: words,
  source: words,
  fileToken: z.string().nullable().default(null),
}
const recorded = z.object({ eventId: id, serial: z.string() })
const recordedIn = recorded.extend({ householdId: id })

const newHousehold = z.object({
  householdNo: z.string().trim().max(30).default(''),
  villageCode,
  groupName: z.string().trim().max(20),
  address: z.string().trim().max(100).default(''),
})

const takeOver = z.object({
  successorId: id,
  account: z.union([
    z.object({ accountId: id }),
    z.object({ accountNo: z.string().max(40), bankName: z.string().trim().max(60).default('') }),
    z.null(),
  ]),
})

const deathOutcome = z.enum(['take-over', 'stop', 'pay-until', 'unaffected', 'has-left'])
export const eventApplication = z.object({
  applicationId: id,
  programmeCode,
  programmeName: z.string(),
  year,
  outcome: deathOutcome,
  until: day.nullable(),
})

/** 原案 — a case as it stood before an event changed whom it is for or paid to. */
export const originalCase = z.object({
  eventId: id,
  serial: z.string(),
  kind: z.enum(householdEventKinds),
  happenedOn: day,
  beneficiaryName: z.string(),
  payeeName: z.string(),
  holderName: z.string(),
  accountMasked: z.string(),
  status,
  areaCentiMu: centiMu,
  amountFen: fen,
})

export const householdEvent = z.object({
  eventId: id,
  serial: z.string(),
  kind: z.enum(householdEventKinds),
  happenedOn: day,
  reason: z.string(),
  source: z.string(),
  /** In words: 张大山死亡；张强任户主；… */
  what: z.string(),
  otherHouseholdId: id.nullable(),
  otherHouseholdNo: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  applications: z.array(eventApplication),
})

/** 家庭事件 — each one action that leaves consistent data, or nothing at all. */
export const householdContract = {
  split: exchange
    .input(
      z.object({
        ...event,
        memberIds: z.array(id).min(1),
        newHeadId: id,
        remainingHeadId: id.nullable(),
        relations,
        newHousehold,
      }),
    )
    .output(recordedIn),
  merge: exchange
    .input(z.object({ ...event, otherHouseholdId: id, headId: id.nullable(), relations }))
    .output(recorded),
  changeHouseholder: exchange.input(z.object({ ...event, headId: id, relations })).output(recorded),
  moveIn: exchange
    .input(
      z.object({
        happenedOn: day,
        reason: words,
        source: words,
        fileToken: z.string().nullable().default(null),
        into: z.union([z.object({ householdId: id, version: z.int() }), newHousehold]),
        people: z
          .array(
            z.union([
              z.object({ personId: id, relation: z.string().trim().max(20) }),
              z.object({
                values: z.partialRecord(z.enum(personFields), z.string().max(200)),
                relation: z.string().trim().max(20),
              }),
            ]),
          )
          .min(1)
          .max(30),
        headAt: z.int().min(0).nullable(),
        from: z.string().trim().max(100),
      }),
    )
    .output(recordedIn),
  moveOut: exchange
    .input(
      z.object({ ...event, personIds: z.array(id).min(1), to: words, successorId: id.nullable(), relations }),
    )
    .output(recorded),
  recordDeath: exchange
    .input(
      z.object({ ...event, personId: id, headId: id.nullable(), relations, takeOver: takeOver.nullable() }),
    )
    .output(recorded),
  /** 承接 — of somebody who has died or left, or of the former householder. */
  takeOver: exchange.input(z.object({ ...event, fromPersonId: id, takeOver })).output(recorded),
  restore: exchange
    .input(z.object({ ...event, personId: id, relation: z.string().trim().max(20) }))
    .output(recorded),
  /** What a death or a take-over would do to the records on their way, said before it is recorded. */
  consequences: query.input(z.object({ personId: id, diedOn: day.nullable() })).output(
    z.object({
      applications: z.array(eventApplication.extend({ status, amountFen: fen, areaCentiMu: centiMu })),
      /** Records of programmes the caller does not answer for: their offices are told by their own checks. */
      ofOtherOffices: z.int(),
    }),
  ),
  /** The sheet of one event, to be signed and filed. */
  eventSheet: exchange.input(z.object({ eventId: id })).output(fileRef),
}
