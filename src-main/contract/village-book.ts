import { z } from 'zod'
import { command, query } from './kinds.ts'
import { fileRef, id, instant, villageCode } from './values.ts'

const counts = {
  same: z.int(),
  blank: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  open: z.int(),
  accepted: z.int(),
  refused: z.int(),
}

const returnView = z.object({
  returnId: id,
  fileName: z.string(),
  filledBy: z.string(),
  readBy: z.string(),
  readAt: instant,
  ...counts,
})

const bookView = z.object({
  bookId: id,
  code: z.string(),
  edition: z.int(),
  rows: z.int(),
  people: z.int(),
  issuedBy: z.string(),
  issuedAt: instant,
  fileName: z.string(),
  returns: z.array(returnView),
})

const cell = z.object({
  column: z.string(),
  header: z.string(),
  old: z.string(),
  /** Of a number only the last four digits. */
  typed: z.string(),
  isNumber: z.boolean(),
  rule: z.string().nullable(),
  ruleText: z.string().nullable(),
  /** What it says here by now, where somebody has changed it since the workbook was printed. */
  now: z.string().nullable(),
})

/** 增减变 — one row of a returned workbook. */
const bookLine = z.object({
  lineId: id,
  version: z.int(),
  kind: z.enum(['added', 'changed', 'removed']),
  rowNo: z.int().nullable(),
  line: z.int().nullable(),
  group: z.string(),
  householder: z.string(),
  name: z.string(),
  idTail: z.string(),
  householdId: id.nullable(),
  cells: z.array(cell),
  /** 先办家庭事件 — of the register alone: it tells of a death or a move the register does not know. */
  needsEvent: z.boolean(),
  doubts: z.array(z.object({ code: z.string(), text: z.string() })),
  /** No error, no doubt, nothing changed here since: may be taken with others. */
  isClean: z.boolean(),
  status: z.enum(['open', 'accepted', 'refused']),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
})

export const villageBookContract = {
  /** The villages of a round, or of the register alone: what was issued to each, and what came back. */
  list: query
    .input(z.object({ roundId: id.nullable() }))
    .output(
      z.array(z.object({ villageCode, villageName: z.string(), tasks: z.int(), books: z.array(bookView) })),
    ),
  lines: query.input(z.object({ returnId: id })).output(
    z.object({
      returnId: id,
      bookId: id,
      code: z.string(),
      edition: z.int(),
      villageCode,
      villageName: z.string(),
      /** null: of the register alone. */
      roundId: id.nullable(),
      roundName: z.string(),
      isOpen: z.boolean(),
      fileName: z.string(),
      filledBy: z.string(),
      readAt: instant,
      same: z.int(),
      blank: z.int(),
      notes: z.array(z.string()),
      lines: z.array(bookLine),
      households: z.array(z.object({ householdId: id, label: z.string() })),
    }),
  ),
  /** 采、不采 — several at once only where each is clean, or all are refused for one reason. */
  decide: command
    .input(
      z.object({
        lines: z
          .array(z.object({ lineId: id, version: z.int() }))
          .min(1)
          .max(2000),
        accepts: z.boolean(),
        reason: z.string().trim().max(200).default(''),
        leaveOut: z.array(z.string()).default([]),
        presence: z.string().optional(),
        householdId: id.optional(),
      }),
    )
    .output(z.object({ decided: z.int() })),
  /** 看全号 of one line. */
  numbers: command
    .input(z.object({ lineId: id }))
    .output(z.array(z.object({ column: z.string(), header: z.string(), typed: z.string() }))),
  file: query.input(z.object({ bookId: id })).output(fileRef),
  returnedFile: command.input(z.object({ returnId: id })).output(fileRef),
}
