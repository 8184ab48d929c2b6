import type { JobInput, JobKind, JobResult } from '../contract/job.ts'
import { Problem, type ProblemCode } from '../domain/problem.ts'
import type { DemonstrationDesk } from '../host/demonstration.ts'
import type { Client } from '../host/carriers/in-process.ts'

/** Starts a job as a person would and waits for its end; a refused one is thrown. */
export async function runJob<K extends JobKind>(
  client: Client,
  kind: K,
  input: JobInput<K>,
): Promise<JobResult<K>> {
  const { jobId } = await client.job.start({ kind, input })
  for await (const event of await client.job.watch({ jobId })) {
    if (event.state === 'done') return event.result as JobResult<K>
    if (event.state === 'failed' && event.problem !== undefined) throw problemOf(event.problem)
    if (event.state === 'cancelled') throw new Problem('job.cancelled')
  }
  throw new Problem('job.not-found')
}

function problemOf({ code, facts }: { code: string; facts: Readonly<Record<string, unknown>> }): Problem {
  return Object.assign(new Problem('job.not-found'), { code: code as ProblemCode, facts, message: code })
}

/** The office of the demonstration: each person at a window of their own. */
export interface Office {
  readonly administrator: Client
  readonly clerk: Client
  readonly reviewer: Client
  readonly approver: Client
}

export function openOffice(desk: Pick<DemonstrationDesk, 'client'>): Office {
  return {
    administrator: desk.client('demonstration-administrator'),
    clerk: desk.client('demonstration-clerk'),
    reviewer: desk.client('demonstration-reviewer'),
    approver: desk.client('demonstration-approver'),
  }
}
