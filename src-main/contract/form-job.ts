import { z } from 'zod'
import { reason, title } from './extract.ts'
import { formFill, formView } from './form.ts'
import { fileRef, id } from './values.ts'

/** 套表作业 — another office's file is read and written beside everything else. */
export const formJobs = {
  'form.read': {
    input: z.object({
      /** A new file, or the one that lies here already to be looked at anew. */
      fileToken: z.string().nullable(),
      stageId: id.nullable().default(null),
      sheet: z.string().max(100).nullable().default(null),
      header: z
        .tuple([z.int().min(1).max(60), z.int().min(1).max(60)])
        .nullable()
        .default(null),
    }),
    result: formView,
  },
  'form.fill': {
    input: z.object({ fill: formFill, reason, recipient: z.string().trim().max(60).default('') }),
    result: z.object({
      file: fileRef,
      serial: z.string(),
      rows: z.int(),
      people: z.int(),
      unmatched: z.int(),
    }),
  },
  'form.ask-full': {
    input: z.object({ fill: formFill, title, reason, recipient: z.string().trim().min(2).max(60) }),
    result: z.object({ requestId: id, rows: z.int(), people: z.int() }),
  },
} as const
