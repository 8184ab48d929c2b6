import { z } from 'zod'
import { backPayReasons } from '../domain/back-pay.ts'
import { command, query } from './kinds.ts'
import { centiMu, day, done, fen, id, month, programmeCode, rate, year } from './values.ts'

const months = z.object({ from: month, to: month })

/** 分段 — months at one standard; without months the quantity names none. */
export const amountStep = z.object({
  fromMonth: month.nullable(),
  toMonth: month.nullable(),
  tier: z.string(),
  rateYuan: z.string(),
  quantityCenti: z.int(),
  amountFen: fen,
})

/** What an application asks for: area by land, months or a quantity elsewhere. */
const claim = z.object({
  programmeCode,
  year,
  personId: id,
  areaCentiMu: centiMu.min(1).optional(),
  quantityCenti: z.int().min(1).max(100_000).optional(),
  /** The last month paid; the first is the one after it was accepted, or the first of the back-payment. */
  toMonth: month.optional(),
  /** Only where everybody has a standard of their own. */
  rateYuan: rate.optional(),
  acceptedOn: day,
  /** 补发 — months before it was accepted, with the reason code of domain.md §2.3. */
  backPay: z
    .object({ fromMonth: month, reason: z.enum(backPayReasons) })
    .nullable()
    .default(null),
})

export const applicationContract = {
  /** 补正 — the corrected record goes back to review. */
  correct: command
    .input(
      z.object({
        applicationId: id,
        version: z.int(),
        areaCentiMu: centiMu.min(0).optional(),
        /** Off land: how many of the unit in hundredths, or which months of the year. */
        quantityCenti: z.int().min(1).max(100_000).optional(),
        months: months.optional(),
        /** Only where everybody has a standard of their own. */
        rateYuan: rate.optional(),
        accountNo: z.string().optional(),
        bankName: z.string().optional(),
        /** 照原数送审 — nothing had to be changed; the reason says why. */
        unchanged: z.boolean().optional(),
        reason: z.string().trim().min(2),
      }),
    )
    .output(done),
  /** What an application would come to, before it is opened; what is missing where it cannot be told. */
  amount: query.input(claim).output(
    z.object({
      steps: z.array(amountStep),
      amountFen: fen.nullable(),
      missing: z.array(z.string()),
    }),
  ),
  /** 新增申报 — of somebody on no list. */
  open: command
    .input(claim.extend({ accountId: id, reason: z.string().trim().min(2).max(200) }))
    .output(z.object({ applicationId: id, amountFen: fen })),
}
