import { z } from 'zod'
import { fileRef, id, villageCode } from './values.ts'

const issueBooksInput = z.object({
  /** null: of the register alone. */
  roundId: id.nullable(),
  villageCodes: z.array(villageCode).min(1).max(100),
})
const issueBooksResult = z.object({
  books: z.array(
    z.object({ bookId: id, villageName: z.string(), edition: z.int(), people: z.int(), file: fileRef }),
  ),
  /** Villages without a household. */
  empty: z.array(z.string()),
})
const readBookInput = z.object({
  fileToken: z.string(),
  filledBy: z.string().trim().max(20).default(''),
})
const readBookResult = z.object({ returnId: id, again: z.boolean() })
const sendBackInput = z.object({ returnId: id })
const sendBackResult = z.object({ file: fileRef, rows: z.int() })

/** 村级工作簿作业 */
export const villageBookJobs = {
  'villageBook.issue': { input: issueBooksInput, result: issueBooksResult },
  'villageBook.read': { input: readBookInput, result: readBookResult },
  'villageBook.send-back': { input: sendBackInput, result: sendBackResult },
} as const
