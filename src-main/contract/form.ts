import { z } from 'zod'
import { extractGrains } from '../domain/extract-field.ts'
import { extractDefinition } from './extract.ts'
import { done, id, instant } from './values.ts'
import { query } from './kinds.ts'

export const formWays = ['append', 'match'] as const

export const formView = z.object({
  stageId: id,
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.string(),
  /** 1-based. */
  header: z.tuple([z.int(), z.int()]),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.string().nullable(),
      sureness: z.enum(['name', 'alike', 'content', 'remembered', 'said']).nullable(),
      sample: z.string(),
    }),
  ),
  grain: z.enum(extractGrains),
  way: z.enum(formWays),
  /** Lines with somebody in them, and lines free below them; null where there is no end to them. */
  rows: z.int(),
  free: z.int().nullable(),
  remembered: z.object({ by: z.string(), at: instant }).nullable(),
})

/** 填什么 — `append`: everybody who fits, one line each; `match`: only what is missing for those the form names. */
export const formFill = z.object({
  stageId: id,
  fields: z.array(z.string().max(60).nullable()).min(1).max(300),
  way: z.enum(formWays),
  grain: z.enum(extractGrains),
  conditions: extractDefinition.shape.conditions,
})

export const formContract = {
  /** 预览 — as the masked form will say it. */
  preview: query.input(z.object({ fill: formFill })).output(
    z.object({
      rows: z.array(z.array(z.string())),
      total: z.int(),
      people: z.int(),
      /** Lines put into the form beyond those that were free. */
      added: z.int(),
      /** Rows of the form nobody was found for, or several. */
      unmatched: z.array(z.object({ line: z.int(), text: z.string(), several: z.boolean() })),
    }),
  ),
  discard: query.input(z.object({ stageId: id })).output(done),
}
