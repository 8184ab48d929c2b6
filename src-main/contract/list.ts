import { z } from 'zod'
import { listKinds } from '../domain/list-kind.ts'
import { command, query } from './kinds.ts'
import { centiMu, day, done, fen, fileRef, id, instant, programmeCode, year } from './values.ts'

export const listKind = z.enum(listKinds)
export const month = z.int().min(1).max(12)
export const goneChoice = z.enum(['note', 'end'])

/** What is staged never changes, so its rows are read by their place: a page can look anywhere in it at once. */
const windowOf = { from: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }
const find = z.string().trim().max(50).default('')
const windowed = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.int() })

/** 对应关系 — how a file is to be taken; without sheets it is found out anew. */
export const listPlan = z.object({
  kind: listKind,
  year: year.nullable(),
  month: month.nullable(),
  programmeCode: programmeCode.nullable(),
  asOf: day.nullable(),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      headerFrom: z.int().min(1),
      headerTo: z.int().min(1),
      fields: z.array(z.string().nullable()).max(200),
      constants: z.record(z.string(), z.string().max(100)),
    }),
  ),
  said: z.record(z.string(), z.record(z.string(), z.string())),
})

const reason = z.object({ field: z.string(), rule: z.string(), text: z.string() })
const change = z.object({ label: z.string(), from: z.string(), to: z.string() })

/** 口径 — sheet lines after the head = accepted + rejected + skipped. */
const counts = z.object({
  lines: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  warned: z.int(),
  skipped: z.int(),
})
const sums = z.object({ areaCentiMu: centiMu, amountFen: fen }).nullable()
/** Against what is stored: new people or lines, changed ones, unchanged ones, and who is missing from the list. */
const difference = z.object({ added: z.int(), changed: z.int(), same: z.int(), gone: z.int() })

const column = z.object({
  index: z.int(),
  header: z.string(),
  field: z.string().nullable(),
  fieldLabel: z.string().nullable(),
  samples: z.array(z.string()),
  isHidden: z.boolean(),
  /** How it was recognised, where a person should look; empty where its name says it. */
  sureness: z.string(),
})

const stageView = z.object({
  stageId: id,
  kind: listKind,
  kindLabel: z.string(),
  guessed: z.boolean(),
  fileName: z.string(),
  plan: listPlan,
  fields: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.int(),
      hidden: z.boolean(),
      chosen: z.boolean(),
      why: z.string(),
      headerFrom: z.int(),
      headerTo: z.int(),
    }),
  ),
  tables: z.array(
    z.object({
      sheet: z.string(),
      headerLines: z.array(z.int()),
      titles: z.array(z.string()),
      notes: z.array(z.string()),
      rows: z.int(),
      shape: z.string(),
      columns: z.array(column),
    }),
  ),
  words: z.array(
    z.object({
      field: z.string(),
      fieldLabel: z.string(),
      word: z.string(),
      count: z.int(),
      meaning: z.string().nullable(),
      meaningLabel: z.string().nullable(),
      options: z.array(z.object({ key: z.string(), label: z.string() })),
    }),
  ),
  /** What has to be said before it can be imported. */
  missing: z.array(z.string()),
  remembered: z.array(
    z.object({ shape: z.string(), savedBy: z.string(), savedAt: instant, fileName: z.string() }),
  ),
  /** Of which one the list may be; empty where its kind says it. */
  programmes: z.array(z.object({ code: z.string(), name: z.string() })),
  canEndGone: z.boolean(),
  isRoll: z.boolean(),
  counts,
  sums,
  difference,
  skippedByReason: z.record(z.string(), z.int()),
})

const stageRow = z.object({
  place: z.int(),
  sheet: z.string(),
  line: z.int(),
  raw: z.array(z.string()),
  name: z.string(),
  village: z.string(),
  outcome: z.enum(['accepted', 'warned', 'rejected', 'skipped']),
  reasons: z.array(reason),
})

const differenceRow = z.object({
  key: z.string(),
  sheet: z.string(),
  line: z.int().nullable(),
  name: z.string(),
  idTail: z.string(),
  village: z.string(),
  changes: z.array(change),
})

const importView = z.object({
  importId: id,
  kind: listKind,
  kindLabel: z.string(),
  fileName: z.string(),
  year: z.int().nullable(),
  month: z.int().nullable(),
  programmeCode: z.string().nullable(),
  asOf: z.string().nullable(),
  sheets: z.array(z.object({ sheet: z.string(), counts })),
  counts,
  difference,
  goneChoice,
  sums,
  importedBy: z.string(),
  importedAt: instant,
  isOwn: z.boolean(),
  undone: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  canUndo: z.boolean(),
})

const importDetail = importView.extend({
  mapping: z.array(
    z.object({
      sheet: z.string(),
      headerFrom: z.int(),
      headerTo: z.int(),
      columns: z.array(z.object({ header: z.string(), label: z.string() })),
      constants: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
})

const goneRow = differenceRow.omit({ sheet: true, line: true }).extend({ ended: z.boolean() })

export const listContract = {
  stage: query.input(z.object({ stageId: id })).output(stageView),
  stageRows: query
    .input(
      z.object({
        stageId: id,
        outcome: z.enum(['all', 'accepted', 'warned', 'rejected', 'skipped']).default('all'),
        find,
        ...windowOf,
      }),
    )
    .output(windowed(stageRow)),
  differenceRows: query
    .input(z.object({ stageId: id, what: z.enum(['added', 'changed', 'gone']), find, ...windowOf }))
    .output(windowed(differenceRow)),
  discardStage: query.input(z.object({ stageId: id })).output(done),
  /** 退回件 — the rejected rows as a sheet with the reason beside each cell. */
  rejectFile: command.input(z.union([z.object({ stageId: id }), z.object({ importId: id })])).output(fileRef),
  imports: query.output(z.array(importView)),
  import: query.input(z.object({ importId: id })).output(importDetail),
  goneRows: query.input(z.object({ importId: id, ...windowOf })).output(windowed(goneRow)),
  /** 原文件 — for a stated reason; leaves a trace. */
  sourceFile: command
    .input(z.object({ importId: id, reason: z.string().trim().min(2).max(200) }))
    .output(fileRef),
  /** 忘记 — files with this head are read from scratch again. */
  forgetMapping: command
    .input(z.object({ kind: listKind, shape: z.string() }))
    .output(z.object({ forgotten: z.int() })),
}

export const listStageInput = z.object({
  fileToken: z.string(),
  /** Null for the program to find out, as with everything that may be null here. */
  kind: listKind.nullable().default(null),
  year: year.nullable().default(null),
  month: month.nullable().default(null),
  programmeCode: programmeCode.nullable().default(null),
  sheet: z.string().nullable().default(null),
})
export const listRemapInput = z.object({ stageId: id, plan: listPlan })
export const listStageResult = z.object({ stageId: id })
export const listCommitInput = z.object({ stageId: id, gone: goneChoice.default('note') })
export const listCommitResult = importView
export const listPreviewInput = z.object({ stageId: id })
export const listPreviewResult = fileRef
export const listUndoInput = z.object({ importId: id, reason: z.string().trim().min(2).max(200) })
