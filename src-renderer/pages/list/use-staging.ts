import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { JobInput } from '../../../src-main/contract/job.ts'
import { useFilePick } from '../../api/use-file-pick.ts'
import { problemOf, type ProblemData } from '../../api/problem-of.ts'
import { useJob, type Job } from '../../api/use-job.ts'

export interface Staging {
  readonly job: Job<'list.stage'>
  readonly isPicking: boolean
  readonly isRunning: boolean
  readonly pickProblem: ProblemData | undefined
  choose(how: Omit<JobInput<'list.stage'>, 'fileToken'>): void
}

/** Choosing a file, reading it, and going on to its preview when it is there. */
export function useStaging(): Staging {
  const pick = useFilePick('spreadsheet')
  const job = useJob('list.stage')
  const commit = useJob('list.commit')
  const navigate = useNavigate()
  const stageId = job.result?.stageId
  useEffect(() => {
    if (stageId === undefined) return
    job.clear()
    // what was imported before is no answer to this one
    commit.clear()
    void navigate(`/list/${stageId}`)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- leads on once, when the preview is there
  }, [stageId])
  return {
    job,
    isPicking: pick.isPending,
    isRunning: job.isRunning,
    pickProblem: pick.isError ? problemOf(pick.error) : undefined,
    choose: (how) =>
      pick.mutate(undefined, { onSuccess: (file) => file && job.start({ ...how, fileToken: file.token }) }),
  }
}
