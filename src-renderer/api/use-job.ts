import { useSyncExternalStore } from 'react'
import type { JobInput, JobKind, JobResult } from '../../src-main/contract/job.ts'
import {
  allJobViews,
  cancelJob,
  clearJob,
  jobView,
  startJob,
  subscribeToJobs,
  type JobView,
} from './job-shelf.ts'
import type { ProblemData } from './problem-of.ts'

export interface Job<K extends JobKind> {
  readonly view: JobView | undefined
  readonly isRunning: boolean
  readonly result: JobResult<K> | undefined
  readonly problem: ProblemData | undefined
  start(input: JobInput<K>): void
  cancel(): void
  clear(): void
}

/** 作业 — the newest job of one kind; it goes on when the page is left, and is found again after a reload. */
export function useJob<K extends JobKind>(kind: K): Job<K> {
  const view = useSyncExternalStore(subscribeToJobs, () => jobView(kind))
  return {
    view,
    isRunning: view?.state === 'running',
    result: view?.state === 'done' ? (view.result as JobResult<K>) : undefined,
    problem: view?.state === 'failed' ? view.problem : undefined,
    start: (input) => void startJob(kind, input),
    cancel: () => void cancelJob(kind),
    clear: () => clearJob(kind),
  }
}

/** The kinds running now, for the frame. */
export function useRunningJobs(): readonly JobKind[] {
  const text = useSyncExternalStore(subscribeToJobs, () =>
    [...allJobViews()].flatMap(([kind, view]) => (view.state === 'running' ? [kind] : [])).join(' '),
  )
  return text === '' ? [] : (text.split(' ') as JobKind[])
}
