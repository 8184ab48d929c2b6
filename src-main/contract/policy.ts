import { z } from 'zod'
import { comparedFields } from '../domain/policy-difference.ts'
import { command, query } from './kinds.ts'
import { done, id, instant, programmeCode, reason, year } from './values.ts'

const words = (most: number) => z.string().trim().max(most)

/** 清单的一项 — as the county's list says it; `rateYuan` is null where the rate is in words (待定标准). */
const policyFacts = z.object({
  name: words(60).min(2),
  department: words(60),
  beneficiaries: words(600),
  rateText: words(600),
  rateYuan: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,12})?$/)
    .nullable(),
  unit: words(20),
  cycle: words(60),
  basis: words(600),
  phone: words(60),
})

export const policyLine = z.object({
  programmeCode,
  position: z.int(),
  /** The sheet row it was read from; null for one that was typed. */
  sourceLine: z.int().nullable(),
  name: z.string(),
  department: z.string(),
  beneficiaries: z.string(),
  rateText: z.string(),
  rateYuan: z.string().nullable(),
  unit: z.string(),
  cycle: z.string(),
  basis: z.string(),
  phone: z.string(),
  editedBy: z.string(),
  reason: z.string(),
})

const difference = z.object({
  programmeCode,
  name: z.string(),
  kind: z.enum(['new', 'gone', 'changed', 'same']),
  changes: z
    .array(z.object({ field: z.enum(comparedFields), before: z.string(), after: z.string() }))
    .readonly(),
  /** Why it was taken off by hand. */
  reason: z.string(),
  applications: z.int(),
  notices: z.int(),
  terms: z.enum(['none', 'active', 'rate-differs', 'off-list']),
})

/** 政策清单 — a year's list in versions: brought by one person, put in force by another. */
export const policyContract = {
  show: query
    .input(z.object({ year, against: z.enum(['in-force', 'last-year']).default('in-force') }))
    .output(
      z.object({
        list: z
          .object({
            listId: id,
            version: z.int(),
            title: z.string(),
            source: z.string(),
            status: z.enum(['draft', 'in-force']),
            enteredBy: z.string(),
            enteredAt: instant,
            decidedBy: z.string().nullable(),
            decidedAt: instant.nullable(),
            mayPutInForce: z.boolean(),
            mayWithdraw: z.boolean(),
          })
          .nullable(),
        inForceVersion: z.int().nullable(),
        before: z.object({ year, version: z.int(), title: z.string() }).nullable(),
        lines: z.array(policyLine),
        differences: z.array(difference),
        history: z.array(
          z.object({
            version: z.int(),
            status: z.enum(['draft', 'in-force', 'superseded', 'withdrawn']),
            source: z.string(),
            enteredBy: z.string(),
            enteredAt: instant,
            decidedBy: z.string().nullable(),
            decidedAt: instant.nullable(),
            reason: z.string(),
          }),
        ),
      }),
    ),
  saveLine: command
    .input(z.object({ year, programmeCode: programmeCode.nullable(), line: policyFacts, reason }))
    .output(z.object({ listId: id, programmeCode })),
  dropLine: command.input(z.object({ year, programmeCode, reason })).output(done),
  putInForce: command.input(z.object({ listId: id, reason: words(200).default('') })).output(done),
  withdraw: command.input(z.object({ listId: id, reason })).output(done),
}

export const policyJobs = {
  'policy.read': {
    input: z.object({ fileToken: z.string(), year }),
    /** `pending`: how many rates are in words. */
    result: z.object({ listId: id, version: z.int(), lines: z.int(), pending: z.int() }),
  },
} as const
