import { z } from 'zod'
import { extractGrains } from '../domain/extract-field.ts'
import { visitStates } from '../domain/visit-state.ts'
import { command, exchange, query } from './kinds.ts'
import {
  centiMu,
  day,
  done,
  fen,
  id,
  instant,
  pageOf,
  programmeCode,
  status,
  villageCode,
  year,
} from './values.ts'

const short = z.string().trim().min(1).max(40)
const age = z.int().min(0).max(150)

const conditions = z.object({
  villages: z.array(villageCode).min(1).readonly().optional(),
  group: short.optional(),
  name: short.optional(),
  sex: z.enum(['male', 'female']).optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
  personStatus: z.enum(['registered', 'cancelled', 'moved-out', 'dead']).optional(),
  hasAccount: z.boolean().optional(),
  hasPhone: z.boolean().optional(),
  onDeceasedList: z.boolean().optional(),
  programmeCode: programmeCode.optional(),
  year: year.optional(),
  takesPart: z.boolean().optional(),
  statuses: z.array(status).min(1).readonly().optional(),
  areaFromCentiMu: centiMu.optional(),
  areaToCentiMu: centiMu.optional(),
  amountFromFen: fen.optional(),
  amountToFen: fen.optional(),
  survey: z
    .object({
      roundId: id,
      state: z.enum(visitStates).optional(),
      field: z.string().max(60).optional(),
      value: z.string().max(200).optional(),
    })
    .optional(),
})

/** 出表定义 — what one line is, which columns, which lines. */
export const extractDefinition = z.object({
  grain: z.enum(extractGrains),
  columns: z.array(z.string().max(60)).min(1).max(40).readonly(),
  conditions,
})

export const title = z.string().trim().min(2).max(40)
export const reason = z.string().trim().min(2).max(200)

const fullRequest = z.object({
  requestId: id,
  title: z.string(),
  definition: extractDefinition.nullable(),
  conditions: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  people: z.int(),
  reason: z.string(),
  recipient: z.string(),
  status: z.enum(['waiting', 'approved', 'expired', 'refused', 'withdrawn', 'made']),
  askedBy: z.string(),
  askedAt: instant,
  isOwn: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedReason: z.string().nullable(),
  mayMake: z.boolean(),
})

const ledgerEntry = z.object({
  entryId: id,
  serial: z.string(),
  kind: z.enum(['extract', 'form', 'village-book', 'sent-back', 'visitor', 'notice']),
  title: z.string(),
  columns: z.array(z.string()),
  conditions: z.string(),
  fullNumbers: z.boolean(),
  rows: z.int(),
  people: z.int(),
  fileName: z.string(),
  fileSha256: z.string(),
  reason: z.string(),
  recipient: z.string(),
  madeBy: z.string(),
  secondBy: z.string().nullable(),
  madeAt: instant,
  keptUntil: day,
})

export const extractContract = {
  /** 口径 — lines, people and households are counted apart. */
  count: query
    .input(z.object({ definition: extractDefinition }))
    .output(z.object({ rows: z.int(), people: z.int(), households: z.int() })),
  rows: query.input(z.object({ definition: extractDefinition, ...pageOf })).output(
    z.object({
      columns: z.array(z.object({ key: z.string(), label: z.string(), isNumber: z.boolean() })),
      rows: z.array(z.object({ id, personId: id.nullable(), cells: z.array(z.string()) })),
      next: z.string().nullable(),
    }),
  ),
  definitions: query.output(
    z.array(
      z.object({
        definitionId: id,
        name: z.string(),
        definition: extractDefinition,
        savedBy: z.string(),
        savedAt: instant,
        isOwn: z.boolean(),
      }),
    ),
  ),
  saveDefinition: command
    .input(z.object({ name: title, definition: extractDefinition }))
    .output(z.object({ definitionId: id })),
  removeDefinition: command.input(z.object({ definitionId: id })).output(done),
  /** 全号导出申请 — one's own, and those one may confirm. */
  fullRequests: query.output(z.array(fullRequest)),
  /** 第二人确认 — by anybody but who asked, with their own password, at whoever's window. */
  decideFull: exchange
    .input(
      z.object({
        requestId: id,
        signInName: z.string().min(1).max(20),
        password: z.string().max(200),
        agrees: z.boolean(),
        reason: z.string().trim().max(200).default(''),
      }),
    )
    .output(done),
  withdrawFull: command.input(z.object({ requestId: id })).output(done),
  /** Who may be asked to be the second person, by name. */
  secondPeople: query.output(z.array(z.object({ signInName: z.string(), displayName: z.string() }))),
  /** 导出台账 — never changed, kept for three years and more. */
  ledger: query
    .input(z.object({ fullOnly: z.boolean().default(false), ...pageOf }))
    .output(z.object({ rows: z.array(ledgerEntry), next: z.string().nullable(), total: z.int() })),
}
