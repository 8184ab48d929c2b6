import { z } from 'zod'
import { applicationStatuses, type ApplicationStatus } from '../domain/application-status.ts'
import { roles } from '../domain/role.ts'

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** RFC 3339 in UTC. */
export const instant = z.string()
export const id = z.uuid()
export const villageCode = z.string().regex(/^\d{12}$/)
export const townshipCode = z.string().regex(/^\d{9}000$/)
export const programmeCode = z.string().regex(/^[A-Z]{2}\d{2}$/)
/** 元 per unit as decimal text of any precision. */
export const rate = z.string().regex(/^\d{1,9}(\.\d{1,12})?$/)
/** A month of the year, 1–12. */
export const month = z.int().min(1).max(12)
export const year = z.int().min(2000).max(2100)
/** Integer fen 分. */
export const fen = z.int()
/** Integer 0.01 亩. */
export const centiMu = z.int()
export const role = z.enum(roles)
export const status = z.enum(applicationStatuses as unknown as [ApplicationStatus, ...ApplicationStatus[]])
export const severity = z.enum(['block', 'explain', 'hint'])

/** 事由 — why somebody decided so. */
export const reason = z.string().trim().min(2).max(200)

export const done = z.object({ ok: z.literal(true) })

/** Lists are read by key: `after` is the last row's cursor, never an offset. */
export const pageOf = {
  after: z.string().nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
}
export function paged<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int() })
}

/** 口径 — rows, people and households are different counts and are always named. */
export const totals = z.object({
  rows: z.int(),
  people: z.int(),
  households: z.int(),
  areaCentiMu: centiMu,
  amountFen: fen,
})
export const fileRef = z.object({ token: z.string(), name: z.string(), size: z.int() })
export const sourceLine = z.object({
  batchId: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  line: z.int(),
})
