import { z } from 'zod'
import { bulkFields, bulkKeys } from '../domain/bulk-change.ts'
import { query } from './kinds.ts'
import { id, instant } from './values.ts'

const column = z.enum([...bulkKeys, ...bulkFields])

/** 改什么 — lines pasted from a spreadsheet, or people chosen here who all get one value. */
export const bulkSource = z.union([
  z.object({
    kind: z.literal('pasted'),
    text: z.string().max(3_000_000),
    /** What each column is, as the clerk has it; null for the core to propose. */
    columns: z.array(column.nullable()).max(60).nullable().default(null),
    /** How many lines at the top name the columns; null for the core to find out. */
    headLines: z.int().min(0).max(1).nullable().default(null),
  }),
  z.object({
    kind: z.literal('chosen'),
    personIds: z.array(id).min(1).max(2_000),
    field: z.enum(bulkFields),
    value: z.string().max(200),
  }),
])

const cell = z.object({
  field: z.enum(bulkFields),
  before: z.string(),
  after: z.string(),
  state: z.enum(['change', 'same', 'wrong']),
  /** In words, where something is wrong. */
  why: z.string(),
})

const edit = z.object({
  bulkEditId: id,
  reason: z.string(),
  rows: z.int(),
  fields: z.array(z.string()),
  madeBy: z.string(),
  madeAt: instant,
  isOwn: z.boolean(),
  undoneBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  undoneReason: z.string().nullable(),
  /** Values that were changed again since: while there is one, nothing is taken back. */
  changedSince: z.int(),
})

export const bulkContract = {
  /** 预览 — old and new side by side, errors on the line; nothing is written. */
  preview: query.input(z.object({ source: bulkSource })).output(
    z.object({
      columns: z.array(z.object({ header: z.string(), sample: z.string(), field: column.nullable() })),
      headLines: z.int(),
      lines: z.array(
        z.object({
          line: z.int(),
          name: z.string(),
          place: z.string(),
          idMasked: z.string(),
          personId: id.nullable(),
          why: z.string(),
          cells: z.array(cell),
        }),
      ),
      counts: z.object({
        lines: z.int(),
        people: z.int(),
        changes: z.int(),
        same: z.int(),
        wrong: z.int(),
        accounts: z.int(),
      }),
      /** Over everything that would change: applying names it, so that nobody applies what they have not seen. */
      sha256: z.string(),
    }),
  ),
  list: query.output(z.array(edit)),
  values: query.input(z.object({ bulkEditId: id })).output(
    z.array(
      z.object({
        seq: z.int(),
        whose: z.string(),
        field: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    ),
  ),
}
