import type { JobResult } from '../contract/job.ts'
import type { Client } from './carriers/in-process.ts'
import type { Holder } from './session.ts'

/** What filling a demonstration township may use: the same calls as a person, from as many windows as it likes. */
export interface DemonstrationDesk {
  readonly signal: AbortSignal
  client(holder: Holder): Client
  /** Hands in a file that lies on this machine, as a dialog would. */
  handIn(path: string, name: string): Promise<string>
  progress(phase: string, done: number, total: number): void
  breathe(): Promise<void>
}

/** 演示 — supplied by the composition; runs in a folder that is not set up yet, which it sets up itself. */
export type FillDemonstration = (
  desk: DemonstrationDesk,
) => Promise<JobResult<'workstation.fill-demonstration'>>
