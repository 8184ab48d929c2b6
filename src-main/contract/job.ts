import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { verification } from './export-package.ts'
import { bulkJobs } from './bulk-job.ts'
import { extractJobs } from './extract-job.ts'
import { formJobs } from './form-job.ts'
import { fieldworkJobs } from './fieldwork-job.ts'
import { exchange, problemData, query } from './kinds.ts'
import {
  listCommitInput,
  listCommitResult,
  listPreviewInput,
  listPreviewResult,
  listRemapInput,
  listStageInput,
  listStageResult,
  listUndoInput,
} from './list.ts'
import { paperKind, trayReason } from './paper.ts'
import { policyJobs } from './policy.ts'
import { ruleJobs } from './rule.ts'
import { villageBookJobs } from './village-book-job.ts'
import {
  day,
  done,
  fen,
  fileRef,
  id,
  instant,
  month,
  programmeCode,
  role,
  totals,
  villageCode,
  year,
} from './values.ts'

const period = { programmeCode, year }
const villages = { villageCodes: z.array(villageCode).nullable().default(null) }

/** 作业 — long work: each kind's input and result. It survives a reload and commits in one transaction. */
export const jobs = {
  'list.stage': { input: listStageInput, result: listStageResult },
  /** 改对应 — judges a staged list again as the clerk has it now. */
  'list.remap': { input: listRemapInput, result: listStageResult },
  /** 核对表 — the whole preview as a file; nothing is written. */
  'list.preview': { input: listPreviewInput, result: listPreviewResult },
  'list.commit': { input: listCommitInput, result: listCommitResult },
  'list.undo': { input: listUndoInput, result: listCommitResult },
  /** 按现行标准重算 — shown first; taken when `expected` is what was shown. */
  'application.recompute': {
    input: z.object({ ...period, expected: z.string().max(200).nullable().default(null) }),
    result: z.object({
      rows: z.int(),
      beforeFen: fen,
      afterFen: fen,
      isTaken: z.boolean(),
      seen: z.string(),
      rateYuan: z.string(),
      unit: z.string(),
      isTiered: z.boolean(),
      /** Lines no standard can be told for, with the facts that are missing; they stay as they are. */
      undecided: z.int(),
      missing: z.array(z.string()),
      villages: z.array(z.object({ villageName: z.string(), rows: z.int(), beforeFen: fen, afterFen: fen })),
      /** 要重新公示的 */
      notices: z.array(z.string()),
      /** Lines of notices whose days were over: they are reviewed and posted again. */
      returned: z.int(),
      file: fileRef,
    }),
  },
  'application.roll-forward': {
    /** Without a month the last one imported; rolls of the whole year have none. */
    input: z.object({
      ...period,
      fromYear: year,
      fromMonth: month.nullable().optional(),
      months: z.object({ from: month, to: month }).nullable().optional(),
    }),
    /** `givenUp`: lines whose household said at the visit that it applies no more; `unplaced`: without village or account. */
    result: z.object({
      opened: z.int(),
      givenUp: z.int(),
      unplaced: z.int(),
      already: z.int(),
      totals,
    }),
  },
  'survey.open-round': {
    input: z.object({
      ...period,
      name: z.string().trim().min(2).max(60),
      fromYear: year.nullable(),
      villageCodes: z.array(villageCode).min(1),
      households: z.enum(['previous', 'village']),
    }),
    result: z.object({ roundId: id, tasks: z.int(), mustVisit: z.int(), withoutHousehold: z.int() }),
  },
  'survey.verify-by-sheet': {
    /** A signed sheet is the basis; whoever must be visited is left out. */
    input: z.object({
      roundId: id,
      villageCode,
      groupName: z.string().max(60).nullable(),
      on: day,
      visitor: z.string().trim().min(2).max(20),
      signer: z.string().trim().min(2).max(20),
      signerRelation: z.string().trim().min(2).max(20),
      basis: z.string().trim().min(5).max(200),
      fileToken: z.string(),
    }),
    result: z.object({ verified: z.int(), mustVisit: z.int(), undecided: z.int() }),
  },
  'review.check': {
    input: z.object(period),
    result: z.object({ rows: z.int(), withFindings: z.int(), byCheck: z.record(z.string(), z.int()) }),
  },
  /** 全年检查 — every programme of the year that has records on their way. */
  'review.check-year': {
    input: z.object({ year }),
    result: z.object({
      checked: z.array(
        z.object({ programmeCode: z.string(), name: z.string(), rows: z.int(), withFindings: z.int() }),
      ),
      /** 条款还没生效的项目，没有查 */
      withoutTerms: z.array(z.string()),
    }),
  },
  'review.approve-clean': {
    input: z.object({ ...period, ...villages }),
    result: z.object({ approved: z.int(), left: z.int(), totals }),
  },
  'paper.print': {
    input: z.object({
      roundId: id,
      kind: paperKind,
      villageCodes: z.array(villageCode).min(1),
      blankForms: z.int().min(0).max(300).default(0),
      again: z.boolean().default(false),
    }),
    result: z.object({
      printed: z.array(
        z.object({
          documentId: id,
          serial: z.string(),
          villageName: z.string(),
          pages: z.int(),
          file: fileRef,
        }),
      ),
      skipped: z.array(z.string()),
      degraded: z.boolean(),
    }),
  },
  'paper.take-in': {
    input: z.object({
      fileTokens: z.array(z.string()).min(1).max(2_000),
      keepPlace: z.boolean().default(false),
      keepPlaceReason: z.string().trim().max(200).default(''),
    }),
    result: z.object({
      intakeId: id,
      /** Read to their end. */
      files: z.int(),
      /** 没有读的 — the intake was stopped before them. */
      left: z.int(),
      pages: z.int(),
      attached: z.int(),
      tray: z.int(),
      duplicates: z.int(),
      refused: z.array(problemData.extend({ fileName: z.string() })),
      notAttached: z.array(
        z.object({
          fileName: z.string(),
          filePage: z.int(),
          filePages: z.int(),
          outcome: z.enum(['attached', 'tray', 'duplicate']),
          scanId: id,
          why: trayReason.nullable(),
        }),
      ),
    }),
  },
  'publicity.freeze': {
    /** `postingOn` is the planned posting day, today unless said. */
    input: z.object({ ...period, ...villages, postingOn: day.optional() }),
    result: z.object({ made: z.int(), lines: z.int(), totals, publicityIds: z.array(id) }),
  },
  'publicity.print': {
    input: z.object({ publicityIds: z.array(id).min(1) }),
    result: z.object({
      printed: z.array(z.object({ publicityId: id, serial: z.string(), file: fileRef })),
      failed: z.array(z.object({ publicityId: id, serial: z.string(), code: z.string() })),
      degraded: z.boolean(),
    }),
  },
  'package.build': {
    input: z.object({ ...period, ...villages, recipientId: id }),
    result: z.object({ packageId: id, totals }),
  },
  'package.release': {
    input: z.object({
      packageId: id,
      pin: z.string(),
      password: z.string(),
      /** 线下签批 — the approver does not use the machine: somebody else registers the scanned, stamped sheet. */
      paperSignOff: z
        .object({ approverName: z.string().trim().min(2).max(20), signedOn: day, fileToken: z.string() })
        .optional(),
    }),
    result: z.object({ tagmanifestSha256: z.string(), sequence: z.int(), file: fileRef }),
  },
  'package.verify': {
    input: z.union([z.object({ packageId: id }), z.object({ fileToken: z.string() })]),
    result: verification,
  },
  ...fieldworkJobs,
  'backup.make': {
    input: z.object({}),
    result: z.object({ name: z.string(), size: z.int(), brokenFiles: z.int() }),
  },
  ...villageBookJobs,
  ...bulkJobs,
  ...extractJobs,
  ...formJobs,
  ...policyJobs,
  ...ruleJobs,
  'audit.verify': {
    input: z.object({}),
    result: z.object({ entries: z.int(), ok: z.boolean(), brokenAt: z.int().nullable(), head: z.string() }),
  },
  'workstation.fill-demonstration': {
    input: z.object({}),
    result: z.object({
      people: z.array(
        z.object({
          signInName: z.string(),
          displayName: z.string(),
          roles: z.array(role),
          password: z.string(),
          pin: z.string().nullable(),
        }),
      ),
    }),
  },
} as const

export type JobKind = keyof typeof jobs
export type JobInput<K extends JobKind> = z.input<(typeof jobs)[K]['input']>
export type JobResult<K extends JobKind> = z.output<(typeof jobs)[K]['result']>

const kinds = Object.keys(jobs) as [JobKind, ...JobKind[]]
const jobKind = z.enum(kinds)

/** What a watcher sees: the newest state at once, then every change until it ends. */
export const jobEvent = z.object({
  jobId: id,
  kind: jobKind,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  phase: z.string(),
  done: z.int(),
  total: z.int(),
  startedAt: instant,
  result: z.unknown().optional(),
  problem: problemData.optional(),
})

export const jobContract = {
  /** `input` is checked against the kind's own schema in `jobs`. */
  start: exchange.input(z.object({ kind: jobKind, input: z.unknown() })).output(z.object({ jobId: id })),
  watch: query.input(z.object({ jobId: id })).output(eventIterator(jobEvent)),
  cancel: query.input(z.object({ jobId: id })).output(done),
  list: query.output(z.array(jobEvent)),
}
export type JobEvent = z.output<typeof jobEvent>
