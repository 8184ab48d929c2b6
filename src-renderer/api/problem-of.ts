import { ORPCError } from '@orpc/client'
import { FileRefused } from './file-refused.ts'

/** What a refused call says: the catalogue's code and its facts. */
export interface ProblemData {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** A call that never got an answer has no code of the catalogue. */
export const noAnswer: ProblemData = { code: 'connection.no-answer', facts: {} }

export function problemOf(error: unknown): ProblemData {
  if (error instanceof FileRefused) return error.problem
  if (error instanceof ORPCError && error.code === 'PROBLEM') return error.data as ProblemData
  return noAnswer
}
