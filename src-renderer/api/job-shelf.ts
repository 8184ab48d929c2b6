import type { JobEvent, JobInput, JobKind } from '../../src-main/contract/job.ts'
import { client } from './calls.ts'
import { noAnswer, problemOf, type ProblemData } from './problem-of.ts'
import { askAgain } from './query-client.ts'

/** What the page knows of the newest job of a kind. */
export type JobView = Pick<JobEvent, 'state' | 'phase' | 'done' | 'total' | 'result'> & {
  readonly jobId: string | undefined
  readonly problem?: ProblemData | undefined
}

const views = new Map<JobKind, JobView>()
const listeners = new Set<() => void>()

export function subscribeToJobs(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const jobView = (kind: JobKind): JobView | undefined => views.get(kind)
export const allJobViews = (): ReadonlyMap<JobKind, JobView> => views

function put(kind: JobKind, view: JobView | undefined): void {
  if (view === undefined) views.delete(kind)
  else views.set(kind, view)
  for (const listener of listeners) listener()
}

const blank = { jobId: undefined, phase: '', done: 0, total: 0, result: undefined }

export async function startJob<K extends JobKind>(kind: K, input: JobInput<K>): Promise<void> {
  put(kind, { ...blank, state: 'running' })
  try {
    const { jobId } = await client.job.start({ kind, input })
    put(kind, { ...blank, jobId, state: 'running' })
    await watchJob(kind, jobId)
  } catch (error) {
    put(kind, { ...blank, state: 'failed', problem: problemOf(error) })
  }
}

/** Watches until the end; a broken line is no end, the job goes on without us. */
async function watchJob(kind: JobKind, jobId: string): Promise<void> {
  for (;;) {
    try {
      for await (const event of await client.job.watch({ jobId })) put(kind, event)
      break
    } catch (error) {
      if (problemOf(error) !== noAnswer) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  await askAgain()
}

export async function cancelJob(kind: JobKind): Promise<void> {
  const jobId = views.get(kind)?.jobId
  if (jobId !== undefined) await client.job.cancel({ jobId }).catch(() => undefined)
}

export function clearJob(kind: JobKind): void {
  put(kind, undefined)
}

export function clearAllJobs(): void {
  for (const kind of [...views.keys()]) put(kind, undefined)
}

/** Their result is a set of files that would have to be made again. */
const leavesFiles: ReadonlySet<JobKind> = new Set([
  'publicity.print',
  'extract.export',
  'extract.make-full',
  'villageBook.issue',
])

/** After a reload: picks up what is still running, and files that still wait to be fetched. */
export async function resumeJobs(): Promise<void> {
  const events = await client.job.list().catch(() => [])
  for (const event of events) {
    if (views.has(event.kind)) continue
    if (event.state === 'running' || leavesFiles.has(event.kind)) resumeOne(event)
  }
}

function resumeOne(event: JobEvent): void {
  put(event.kind, event)
  watchJob(event.kind, event.jobId).catch((error: unknown) =>
    put(event.kind, { ...blank, state: 'failed', problem: problemOf(error) }),
  )
}
