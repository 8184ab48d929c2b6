import { z } from 'zod'
import { choiceOfTasks, fileOutcome, given, merged } from './fieldwork.ts'
import { fileRef, id, reason } from './values.ts'

const made = z.object({ packageId: id, sequence: z.int(), file: fileRef })

/** Long work between the office and its laptops. */
export const fieldworkJobs = {
  'fieldwork.assign': {
    input: z.object({ ...choiceOfTasks, ...given, includeOut: z.boolean().default(false) }),
    result: made.extend({ assignmentId: id, tasks: z.int() }),
  },
  'fieldwork.reissue': {
    input: z.object({ assignmentId: id, ...given, reason }),
    result: made.extend({ assignmentId: id, tasks: z.int() }),
  },
  'fieldwork.return': {
    input: z.object({ roundId: id, allEvidence: z.boolean().default(false) }),
    result: made.extend({ households: z.int(), edits: z.int(), evidence: z.int() }),
  },
  'fieldwork.receive': {
    input: z.union([z.object({ fileToken: z.string() }), z.object({ folder: z.literal(true) })]),
    result: z.object({ files: z.array(fileOutcome) }),
  },
  'fieldwork.retry': { input: z.object({ sha256: z.string() }), result: fileOutcome },
  'fieldwork.decide': { input: z.object({ packageId: id, take: z.boolean(), reason }), result: merged },
  'fieldwork.write-out': {
    input: z.object({ packageId: id }),
    result: z.object({ fileName: z.string(), folder: z.string() }),
  },
} as const
