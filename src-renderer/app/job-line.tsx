import type { ReactNode } from 'react'
import type { JobKind } from '../../src-main/contract/job.ts'
import { useJob } from '../api/use-job.ts'
import { JobProgress } from '../components/job-progress.tsx'

/** The newest job of a kind, wherever it was started from. */
export function JobLine({ kind, title }: { readonly kind: JobKind; readonly title: string }): ReactNode {
  const job = useJob(kind)
  return <JobProgress title={title} view={job.view} onCancel={job.cancel} onClose={job.clear} />
}
