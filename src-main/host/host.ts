import type { Clock } from '../ports/clock.ts'
import type { Dialogs } from '../ports/dialogs.ts'
import type { Parts } from '../usecases/context.ts'
import type { JobResult } from '../contract/job.ts'
import type { ChainCheck } from './chain-check.ts'
import type { FileTokens } from './file-tokens.ts'
import type { Runners } from './handler-types.ts'
import type { JobProgress, Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Sessions } from './sessions.ts'
import type { SignInAttempts } from './sign-in-attempts.ts'
import type { StoreDoor } from './store-door.ts'

/** What the host's own handlers work with; use cases never see it. */
export interface Host {
  readonly folder: string
  readonly resources: string
  readonly carrier: 'electron' | 'browser' | 'command-line'
  /** What is set up here is marked as a demonstration for ever. */
  readonly demonstration: boolean
  readonly clock: Clock
  readonly log: Log
  readonly door: StoreDoor
  readonly chain: ChainCheck
  readonly sessions: Sessions
  readonly attempts: SignInAttempts
  readonly jobs: Jobs
  readonly files: FileTokens
  readonly parts: Parts
  readonly runners: Omit<Runners, 'workstation.fill-demonstration'>
  readonly dialogs: Dialogs | undefined
  /** Absent where no demonstration was composed. */
  readonly demonstrate:
    ((progress: JobProgress) => Promise<JobResult<'workstation.fill-demonstration'>>) | undefined
}
