import type { JobInput, JobResult } from '../../../../src-main/contract/job.ts'

export type FormView = JobResult<'form.read'>
export type FormFill = JobInput<'form.fill'>['fill']
