import { jobs as jobKinds, type JobKind } from '../../contract/job.ts'
import { Problem } from '../../domain/problem.ts'
import type { DoorCall } from '../call-contexts.ts'
import type { HandlersOf } from '../handler-types.ts'
import type { Standing } from '../job-watch.ts'
import { startJob } from '../start-job.ts'
import { toField } from '../to-problem.ts'

export const jobHandlers: HandlersOf<'job'> = {
  start: async (call, { kind, input }) => ({ jobId: await startJob(call, kind, parsed(kind, input)) }),
  watch: (call, { jobId }) => {
    const owner = ownerOf(call)
    return call.host.jobs.watch(jobId, owner, () => standingOf(call, owner))
  },
  cancel: (call, { jobId }) => {
    call.host.jobs.cancel(jobId, ownerOf(call))
    return { ok: true }
  },
  list: (call) => call.host.jobs.list(ownerOf(call)),
}

/** A person's jobs are theirs at every window; before anybody can sign in a job belongs to its window. */
export function ownerOf({ host, holder }: DoorCall): string {
  return host.sessions.find(holder)?.userId ?? holder
}

/** A watch outlives the call that began it: the seat may have been locked or taken since. */
function standingOf(call: DoorCall, owner: string): Standing {
  if (ownerOf(call) !== owner) return 'gone'
  return call.host.sessions.find(call.holder)?.locked === true ? 'locked' : 'open'
}

function parsed(kind: JobKind, input: unknown): unknown {
  const result = jobKinds[kind].input.safeParse(input)
  if (!result.success) throw new Problem('input.invalid', { fields: result.error.issues.map(toField) })
  return result.data
}
