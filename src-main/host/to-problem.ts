import { randomInt } from 'node:crypto'
import { ORPCError, ValidationError } from '@orpc/server'
import { Problem } from '../domain/problem.ts'
import { toStorageProblem } from '../store/storage-problem.ts'
import { withoutPersonalData, type Log } from './log.ts'

/** Turns whatever was thrown into what people are told. What nobody foresaw is a defect: a number for the page, the stack for the log. */
export function toProblem(thrown: unknown, log: Log, where: string): Problem {
  const problem = foreseen(thrown)
  if (problem !== undefined) return problem
  const number = String(randomInt(100_000, 1_000_000))
  log.error({ number, where, stack: withoutPersonalData(traceOf(thrown)) }, 'internal.unexpected')
  return new Problem('internal.unexpected', { number })
}

function foreseen(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof ORPCError)
    return thrown.code === 'BAD_REQUEST' ? invalidInput(thrown.cause) : undefined
  return toStorageProblem(thrown)
}

function invalidInput(cause: unknown): Problem {
  const issues = cause instanceof ValidationError ? cause.issues : []
  return new Problem('input.invalid', { fields: issues.map(toField) })
}

export function toField(issue: { readonly path?: readonly unknown[] | undefined }): {
  path: string
  rule: string
} {
  const path = (issue.path ?? []).map((step) =>
    typeof step === 'object' && step !== null && 'key' in step ? step.key : step,
  )
  return { path: path.join('.'), rule: 'code' in issue ? String(issue.code) : 'invalid' }
}

function traceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const cause = thrown.cause instanceof ValidationError ? fieldsOf(thrown.cause) : traceOfCause(thrown.cause)
  return `${thrown.stack ?? thrown.message}${cause}`
}

function traceOfCause(cause: unknown): string {
  return cause === undefined ? '' : `\ncaused by ${traceOf(cause)}`
}

function fieldsOf({ issues }: ValidationError): string {
  return `\nfields ${JSON.stringify(issues.map(toField))}`
}
