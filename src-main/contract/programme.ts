import { z } from 'zod'
import { defaultSignOffChain } from '../domain/programme-terms.ts'
import { noRecheck } from '../domain/recheck.ts'
import { ratesBy } from '../domain/standard.ts'
import { command, query } from './kinds.ts'
import { day, done, id, instant, programmeCode, rate, year } from './values.ts'

/** 政策条款 — one programme's terms for one year: data with a source, entered by one person, activated by another. */
export const programmeTerms = z.object({
  name: z.string(),
  department: z.string(),
  beneficiaries: z.string(),
  unit: z.string(),
  /** 补贴标准 as decimal text in 元 per unit (`67.03`, `124.9788302`); null is 待定标准 and makes no money. */
  rateYuan: rate.nullable(),
  rateText: z.string(),
  /** 标准怎么定 — each line's own, one for everybody, or by tiers whose rules are asked in order. */
  rateBy: z.enum(ratesBy).default('each'),
  rateTiers: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(20),
        rateYuan: rate,
        when: z.string().max(4_000),
      }),
    )
    .max(20)
    .readonly()
    .default([]),
  basis: z.string(),
  eligibilityDate: day,
  /** 死亡的后果 (field-notes 3). */
  deathConsequence: z.enum(['stop', 'stop-next-month', 'extend-months', 'change-householder']),
  /** For `extend-months`: how many months after the death payments go on. */
  extendMonths: z.int().min(0).max(36).default(0),
  /** 签批链 — who signs in which order; printed on the batch's paper. */
  signOffChain: z
    .array(z.string().trim().min(2).max(30))
    .min(1)
    .max(8)
    .readonly()
    .default([...defaultSignOffChain]),
  signedRegister: z.enum(['required', 'when-printed', 'not-required']).default('when-printed'),
  publicity: z.object({
    posted: z.boolean(),
    days: z.int().min(1).max(60),
    dayKind: z.enum(['calendar', 'working']),
    firstDayCounted: z.boolean(),
    moveLastDayPastRest: z.boolean(),
    nameStyle: z.enum(['full', 'surname-only']),
    places: z.string(),
  }),
  /** 抽查复核 — a share and a number per village of the reviewed records (field-notes 23). */
  recheck: z
    .object({
      percent: z.int().min(0).max(100),
      perVillage: z.int().min(0).max(500),
      among: z.enum(['all', 'new-or-more']),
      /** 近亲属必查 */
      kin: z.boolean().default(false),
    })
    .default(noRecheck),
  /** Whose accounts besides the beneficiary's own the programme may be paid to (field-notes 10). */
  guardianAccounts: z.boolean().default(false),
  organisationAccounts: z.boolean().default(false),
  /** 资格规则 as text (rule.read says what it means); empty for none. */
  eligibilityRule: z.string().max(4_000).default(''),
  /** 停发、调减前听取意见 */
  hearing: z.enum(['before-cut', 'not-required']).default('not-required'),
  payer: z.string(),
  reviewDepartment: z.string(),
  reissuer: z.string(),
  source: z.string(),
})

const termsView = programmeTerms.extend({
  termsId: id,
  programmeCode,
  year,
  version: z.int(),
  status: z.enum(['draft', 'active', 'superseded']),
  enteredBy: z.string(),
  enteredAt: instant,
  activatedBy: z.string().nullable(),
  activatedAt: instant.nullable(),
  mayActivate: z.boolean(),
})

export const programmeContract = {
  list: query.input(z.object({ year })).output(
    z.array(
      z.object({
        programmeCode,
        name: z.string(),
        department: z.string(),
        unit: z.string(),
        cycle: z.string(),
        confidence: z.string(),
        /** As the year's list in force has it; null where the programme is not on it, and nothing of it comes in force. */
        listed: z
          .object({
            department: z.string(),
            beneficiaries: z.string(),
            rateText: z.string(),
            rateYuan: z.string().nullable(),
            basis: z.string(),
            source: z.string(),
          })
          .nullable(),
        terms: termsView.nullable(),
        draft: termsView.nullable(),
      }),
    ),
  ),
  enterTerms: command
    .input(z.object({ programmeCode, year, terms: programmeTerms }))
    .output(z.object({ termsId: id })),
  activate: command.input(z.object({ termsId: id })).output(done),
}
