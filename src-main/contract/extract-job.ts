import { z } from 'zod'
import { extractDefinition, reason, title } from './extract.ts'
import { fileRef, id } from './values.ts'

const extractExportInput = z.object({
  definition: extractDefinition,
  title,
  format: z.enum(['xlsx', 'csv']),
  /** 用途 — kept in the ledger. */
  reason,
  /** 提供给谁 */
  recipient: z.string().trim().max(60).default(''),
})
const extractExportResult = z.object({
  file: fileRef,
  serial: z.string(),
  rows: z.int(),
  people: z.int(),
})
/** Whole numbers go to somebody, always. */
const askFullInput = extractExportInput.extend({ recipient: z.string().trim().min(2).max(60) })
const askFullResult = z.object({ requestId: id, rows: z.int(), people: z.int() })
const makeFullInput = z.object({
  requestId: id,
  /** Sealed to a registered recipient's key, or else to a passphrase that is shown once. */
  recipientId: id.nullable().default(null),
})
const makeFullResult = z.object({
  file: fileRef,
  serial: z.string(),
  passphrase: z.string().nullable(),
})

/** 取数作业 — tables are made, and whole numbers asked for, beside everything else. */
export const extractJobs = {
  'extract.export': { input: extractExportInput, result: extractExportResult },
  'extract.ask-full': { input: askFullInput, result: askFullResult },
  'extract.make-full': { input: makeFullInput, result: makeFullResult },
} as const
