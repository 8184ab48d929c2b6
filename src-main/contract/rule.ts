import { z } from 'zod'
import { query } from './kinds.ts'
import { id, programmeCode, year } from './values.ts'

const factValue = z.union([z.number(), z.boolean(), z.string().max(60)])
const text = z.string().max(4_000)

/** 条件表 — all of the conditions, or any one of them. */
export const ruleForm = z.object({
  join: z.enum(['all', 'any']),
  conditions: z
    .array(
      z.object({
        fact: z.string().max(60),
        operator: z.enum(['>=', '>', '<=', '<', '==', '!=', 'in']),
        values: z.array(factValue).min(1).max(30).readonly(),
      }),
    )
    .min(1)
    .max(20)
    .readonly(),
})

/** What a text is as a rule: what it says in plain words, or what is wrong with it and where. */
const ruleReading = z.object({
  text,
  said: z.string(),
  /** Null where it says more than a form can. */
  form: ruleForm.nullable(),
  fault: z
    .object({
      rule: z.enum([
        'syntax',
        'unknown-fact',
        'types',
        'not-a-condition',
        'not-allowed',
        'too-long',
        'no-fact',
      ]),
      line: z.int(),
      column: z.int(),
      at: z.string(),
    })
    .nullable(),
})

export const ruleOutcome = z.enum(['met', 'not-met', 'undecided'])

/** 资格规则 — typed as a form or as a text, said in plain words, tried out before anybody puts it in force. */
export const ruleContract = {
  dictionary: query.output(
    z.array(
      z.object({
        key: z.string(),
        type: z.enum(['int', 'double', 'bool', 'string']),
        label: z.string(),
        unit: z.string(),
        options: z.array(z.string()).readonly(),
        from: z.string(),
      }),
    ),
  ),
  read: query.input(z.object({ text })).output(ruleReading),
  write: query.input(z.object({ form: ruleForm })).output(ruleReading),
}

export const ruleJobs = {
  /** 试算 — over this year's applications, or where there are none yet over the people of the register. */
  'rule.try': {
    input: z.object({ programmeCode, year, text, asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    result: z.object({
      over: z.enum(['applications', 'people']),
      met: z.int(),
      notMet: z.int(),
      undecided: z.int(),
      /** 缺什么 — by the list it would come from, most wanted first. */
      missing: z.array(z.object({ label: z.string(), from: z.string(), count: z.int() })),
      conditions: z.array(z.string()),
      /** Some of each outcome, those not met first. */
      rows: z.array(
        z.object({
          subjectId: id,
          name: z.string(),
          idMasked: z.string(),
          villageName: z.string(),
          outcome: ruleOutcome,
          conditions: z.array(z.object({ outcome: ruleOutcome, value: z.string() })),
        }),
      ),
    }),
  },
} as const
