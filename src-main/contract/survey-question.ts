import { z } from 'zod'
import type { Condition } from '../domain/survey-condition.ts'
import { id, instant, programmeCode } from './values.ts'

const word = z.string().trim().min(1).max(60)
const choice = z.object({ code: z.string().regex(/^\d{1,2}$/), value: word, label: word })

const condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).readonly() }),
    z.strictObject({ any: z.array(condition).readonly() }),
    z.strictObject({ not: condition }),
    z.strictObject({ answer: word, is: z.array(word).readonly() }),
    z.strictObject({ fact: word, is: z.array(word).readonly() }),
    z.strictObject({ fact: word, least: z.number().optional(), most: z.number().optional() }),
  ]),
) as z.ZodType<Condition, Condition>

const question = z.object({
  key: word,
  label: z.string().trim().min(1).max(12),
  text: z.string().trim().min(2).max(200),
  per: z.enum(['household', 'person']),
  type: z.enum(['yes-no', 'choice', 'number', 'area', 'money', 'text', 'day']),
  choices: z.array(choice).max(20).readonly().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
  required: z.boolean(),
  askIf: condition.optional(),
  source: z.string().max(200),
  confirmed: z.boolean(),
})

const mode = z.object({
  mode: z.enum(['on-site', 'phone', 'video', 'relative', 'village']),
  label: word,
  required: z.array(word).readonly(),
  visitors: z.union([z.literal(1), z.literal(2)]),
  asksQuestions: z.boolean(),
  signerRelations: z.array(word).readonly(),
  confirmations: z.array(word).readonly(),
})

const hint = z.object({ programmeCode, name: word, when: condition })

/** 问卷 as data, see `domain/survey-question.ts`. */
export const questionSet = z.object({
  title: z.string().trim().min(2).max(60),
  source: z.string().trim().max(200),
  households: z.enum(['previous', 'village']),
  perMu: z.boolean(),
  questions: z.array(question).max(120).readonly(),
  modes: z.array(mode).min(1).max(5).readonly(),
  hints: z.array(hint).max(30).readonly(),
})

export const questionSetView = questionSet.extend({
  questionSetId: id.nullable(),
  programmeCode,
  version: z.int(),
  enteredBy: z.string(),
  enteredAt: instant.nullable(),
})
