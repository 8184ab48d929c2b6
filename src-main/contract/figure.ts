import { z } from 'zod'
import { figureReasons, figureStages } from '../domain/figures.ts'
import { fen } from './values.ts'

/** One of the five figures, with why it differs from the one before it. */
export const figure = z.object({
  stage: z.enum(figureStages),
  quantityCenti: z.int(),
  amountFen: fen,
  reasonCode: z.enum(figureReasons),
  basis: z.string(),
})
