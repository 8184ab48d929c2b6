import { z } from 'zod'
import { paperKinds, trayReasons } from '../domain/paper-kind.ts'
import { visitStates } from '../domain/visit-state.ts'
import { command, query } from './kinds.ts'
import { day, done, fileRef, id, instant, pageOf, paged, villageCode } from './values.ts'

export const paperKind = z.enum(paperKinds)
export const trayReason = z.enum(trayReasons)

const paperRow = z.object({
  documentId: id,
  serial: z.string(),
  kind: paperKind,
  villageCode,
  villageName: z.string(),
  blank: z.boolean(),
  pages: z.int(),
  /** Households on it. */
  lines: z.int(),
  returned: z.int(),
  /** Households with a page that has not come back, and those of them nobody explained. */
  missingLines: z.int(),
  unexplained: z.int(),
  status: z.enum(['current', 'void']),
  version: z.int(),
  voidReason: z.string(),
  printedBy: z.string(),
  printedAt: instant,
})

const scan = z.object({
  scanId: id,
  fileName: z.string(),
  filePage: z.int(),
  filePages: z.int(),
  width: z.int(),
  height: z.int(),
  turned: z.literal([0, 90, 180, 270]),
  onDay: day.nullable(),
  timeSource: z.enum(['taken', 'imported', 'stated']),
  codeTitle: z.string(),
  state: z.enum(['attached', 'tray', 'set-aside']),
  why: trayReason.nullable(),
  setAsideReason: z.string(),
  byHand: z.boolean(),
  version: z.int(),
  addedAt: instant,
})

const changeOf = { scanId: id, version: z.int() }
const changed = z.object({ version: z.int() })
const reason = z.string().trim().min(2).max(200)

export const paperContract = {
  list: query.input(z.object({ roundId: id })).output(z.array(paperRow)),
  /** 取件 — the printed bytes again; leaves a trace. */
  file: command.input(z.object({ documentId: id })).output(fileRef),
  void: command.input(z.object({ documentId: id, version: z.int(), reason })).output(done),
  missing: query.input(z.object({ documentId: id })).output(
    z.array(
      z.object({
        lineNo: z.int(),
        householdId: id,
        householder: z.string(),
        groupName: z.string(),
        state: z.enum(visitStates),
        missingPages: z.array(z.int()),
        reason: z.string(),
        statedBy: z.string(),
        statedAt: instant.nullable(),
      }),
    ),
  ),
  explainMissing: command
    .input(z.object({ documentId: id, lineNos: z.array(z.int()).min(1).max(2_000), reason }))
    .output(done),
  scans: query
    .input(
      z.object({
        state: z.enum(['attached', 'tray', 'set-aside']).optional(),
        intakeId: id.optional(),
        documentId: id.optional(),
        householdId: id.optional(),
        ...pageOf,
      }),
    )
    .output(paged(scan.extend({ placeText: z.string(), addedBy: z.string() }))),
  /** 看图 — the picture itself; leaves a trace. */
  scan: command.input(z.object({ scanId: id })).output(
    scan.extend({
      picture: z.string(),
      places: z.array(
        z.object({
          documentId: id,
          pageNo: z.int(),
          serial: z.string(),
          kind: paperKind,
          pages: z.int(),
          villageCode,
          villageName: z.string(),
        }),
      ),
    }),
  ),
  turn: command.input(z.object({ ...changeOf, turned: z.literal([0, 90, 180, 270]) })).output(changed),
  assign: command
    .input(
      z.object({
        ...changeOf,
        documentId: id,
        pageNo: z.int().min(1),
        householdId: id.optional(),
        statedOn: day.optional(),
      }),
    )
    .output(changed),
  judgeAgain: command
    .input(z.object(changeOf))
    .output(z.object({ version: z.int(), why: trayReason.nullable() })),
  setAside: command.input(z.object({ ...changeOf, reason })).output(changed),
  /** Which pages of which paper a household stands on: where a picture of it can belong. */
  pagesOf: query.input(z.object({ roundId: id, householdId: id })).output(
    z.array(
      z.object({
        documentId: id,
        serial: z.string(),
        kind: paperKind,
        lineNo: z.int(),
        firstPage: z.int(),
        lastPage: z.int(),
        returnedPages: z.array(z.int()),
      }),
    ),
  ),
}
