import { setImmediate } from 'node:timers/promises'
import { v7 as newUuid } from 'uuid'
import type { JobEvent, JobKind } from '../contract/job.ts'
import { Problem } from '../domain/problem.ts'
import type { Clock } from '../ports/clock.ts'
import { JobWatch, type Standing } from './job-watch.ts'

const keptMilliseconds = 60 * 60_000

/** What running work may say about itself. */
export interface JobProgress {
  readonly signal: AbortSignal
  progress(phase: string, done: number, total: number): void
  /** Lets other calls run and refuses with `job.cancelled` when asked to stop. */
  breathe(): Promise<void>
}

export interface NewJob {
  readonly kind: JobKind
  /** A user, or the holder where nobody can sign in yet. */
  readonly owner: string
  work(progress: JobProgress): Promise<unknown>
}

interface Job {
  readonly owner: string
  readonly stop: AbortController
  ended: Promise<void>
  readonly watches: Set<JobWatch>
  event: JobEvent
  endedAt: Date | undefined
}

/** 作业登记 — work that goes on while pages reload and screens lock. Answers are kept for an hour, in memory. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()
  readonly #clock: Clock
  readonly #toProblem: (thrown: unknown, where: string) => Problem

  constructor(clock: Clock, toProblem: (thrown: unknown, where: string) => Problem) {
    this.#clock = clock
    this.#toProblem = toProblem
  }

  /** Starts at once and comes back before the work is done. One of a kind at a time. */
  start(started: NewJob): string {
    this.#forgetOld()
    const running = [...this.#jobs.values()].some(
      (job) => job.event.kind === started.kind && !isOver(job.event),
    )
    if (running) throw new Problem('workstation.busy')
    const jobId = newUuid()
    const stop = new AbortController()
    const event = this.#firstEvent(jobId, started.kind)
    const job: Job = {
      owner: started.owner,
      stop,
      ended: Promise.resolve(),
      watches: new Set(),
      event,
      endedAt: undefined,
    }
    this.#jobs.set(jobId, job)
    job.ended = this.#run(job, started.work)
    return jobId
  }

  list(owner: string): JobEvent[] {
    this.#forgetOld()
    return [...this.#jobs.values()].filter((job) => job.owner === owner).map((job) => job.event)
  }

  /** The newest state at once, then every change until the end, as long as the owner may be told. */
  watch(jobId: string, owner: string, standing: () => Standing): JobWatch {
    const job = this.#get(jobId, owner)
    const watch = new JobWatch(job.event, () => job.watches.delete(watch), standing)
    if (!isOver(job.event)) job.watches.add(watch)
    return watch
  }

  cancel(jobId: string, owner: string): void {
    this.#get(jobId, owner).stop.abort()
  }

  /** Asks everything to stop and waits until it has. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.stop.abort()
    await Promise.all([...this.#jobs.values()].map((job) => job.ended))
  }

  async #run(job: Job, work: NewJob['work']): Promise<void> {
    const { signal } = job.stop
    const progress = this.#progressOf(job)
    try {
      await progress.breathe()
      const result = await work(progress)
      this.#change(job, { state: 'done', result })
    } catch (thrown) {
      const problem = signal.aborted ? new Problem('job.cancelled') : this.#toProblem(thrown, job.event.kind)
      const state = problem.code === 'job.cancelled' ? 'cancelled' : 'failed'
      this.#change(job, { state, problem: { code: problem.code, facts: { ...problem.facts } } })
    }
  }

  #progressOf(job: Job): JobProgress {
    const { signal } = job.stop
    return {
      signal,
      progress: (phase, done, total) => this.#change(job, { phase, done, total }),
      breathe: async () => {
        await setImmediate()
        if (signal.aborted) throw new Problem('job.cancelled')
      },
    }
  }

  #change(job: Job, change: Partial<JobEvent>): void {
    job.event = { ...job.event, ...change }
    if (isOver(job.event)) job.endedAt = this.#clock.now()
    for (const watch of job.watches) watch.show(job.event)
  }

  #get(jobId: string, owner: string): Job {
    const job = this.#jobs.get(jobId)
    if (job === undefined || job.owner !== owner) throw new Problem('job.not-found')
    return job
  }

  #firstEvent(jobId: string, kind: JobKind): JobEvent {
    return {
      jobId,
      kind,
      state: 'running',
      phase: '',
      done: 0,
      total: 0,
      startedAt: this.#clock.now().toISOString(),
    }
  }

  #forgetOld(): void {
    const oldest = this.#clock.now().getTime() - keptMilliseconds
    for (const [jobId, { endedAt }] of this.#jobs) {
      if (endedAt !== undefined && endedAt.getTime() < oldest) this.#jobs.delete(jobId)
    }
  }
}

export function isOver(event: JobEvent): boolean {
  return event.state !== 'running'
}
