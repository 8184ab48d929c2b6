import type { ReactNode } from 'react'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Staging } from './use-staging.ts'

export function StagingProgress({ staging }: { readonly staging: Staging }): ReactNode {
  const { job, pickProblem } = staging
  return (
    <>
      <ProblemAlert problem={pickProblem} />
      <JobProgress title="正在读取" view={job.view} onCancel={job.cancel} onClose={job.clear} />
    </>
  )
}
