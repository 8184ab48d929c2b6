import { z } from 'zod'
import { bulkSource } from './bulk.ts'
import { reason } from './extract.ts'
import { id } from './values.ts'

/** 批量改作业 — all of it in one transaction, or nothing. */
export const bulkJobs = {
  'bulk.apply': {
    input: z.object({
      source: bulkSource,
      reason,
      /** Of the preview the clerk has seen. */
      sha256: z.string(),
      /** 有错的行不改 — said after having seen them; otherwise one wrong line stops everything. */
      skipWrong: z.boolean().default(false),
    }),
    result: z.object({ bulkEditId: id, values: z.int(), people: z.int(), accountsToConfirm: z.int() }),
  },
  'bulk.undo': { input: z.object({ bulkEditId: id, reason }), result: z.object({ values: z.int() }) },
} as const
