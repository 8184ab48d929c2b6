import { z } from 'zod'
import { command, query } from './kinds.ts'
import { centiMu, fen, fileRef, id, instant, pageOf, paged } from './values.ts'

export const listKind = z.enum(['household-register', 'farmland-roll', 'land-rights', 'deceased', 'payroll'])

const column = z.object({
  index: z.int(),
  header: z.string(),
  field: z.string().nullable(),
  fieldLabel: z.string().nullable(),
})
const reason = z.object({ field: z.string(), rule: z.string(), text: z.string() })

/** 口径 — sheet lines after the head = accepted + rejected + skipped. */
const counts = z.object({
  lines: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  warned: z.int(),
  skipped: z.int(),
})

const stageView = z.object({
  stageId: id,
  kind: listKind,
  kindLabel: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })),
  headerLines: z.array(z.int()),
  columns: z.array(column),
  counts,
  sums: z.object({ areaCentiMu: centiMu, amountFen: fen }).nullable(),
  /** Against what is stored: new people or lines, changed ones, unchanged ones. */
  difference: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
  skippedByReason: z.record(z.string(), z.int()),
  notes: z.array(z.string()),
})

const stageRow = z.object({
  line: z.int(),
  raw: z.array(z.string()),
  name: z.string(),
  village: z.string(),
  outcome: z.enum(['accepted', 'warned', 'rejected', 'skipped']),
  reasons: z.array(reason),
})

const batchView = z.object({
  batchId: id,
  kind: listKind,
  kindLabel: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  year: z.int().nullable(),
  counts,
  importedBy: z.string(),
  importedAt: instant,
  sums: z.object({ areaCentiMu: centiMu, amountFen: fen }).nullable(),
})

export const listContract = {
  stage: query.input(z.object({ stageId: id })).output(stageView),
  stageRows: query
    .input(
      z.object({
        stageId: id,
        outcome: z.enum(['all', 'accepted', 'warned', 'rejected', 'skipped']).default('all'),
        ...pageOf,
      }),
    )
    .output(paged(stageRow)),
  discardStage: query.input(z.object({ stageId: id })).output(z.object({ ok: z.literal(true) })),
  /** 退回件 — the rejected rows as a sheet with the reason beside each cell. */
  rejectFile: command.input(z.union([z.object({ stageId: id }), z.object({ batchId: id })])).output(fileRef),
  batches: query.output(z.array(batchView)),
}

export const listStageResult = z.object({ stageId: id })
export const listCommitResult = batchView
