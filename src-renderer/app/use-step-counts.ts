import { useQuery } from '@tanstack/react-query'
import { calls, type Outputs } from '../api/calls.ts'
import { useHasRole, useWho } from './who.tsx'

/** 耕地地力保护补贴 — the programme this workstation carries through every step so far. */
export const programmeCode = 'NY01'

export interface StepCounts {
  readonly programme: Outputs['programme']['list'][number] | undefined
  readonly register: Outputs['register']['summary'] | undefined
  readonly review: Outputs['review']['overview'] | undefined
  readonly publicity: Outputs['publicity']['list'] | undefined
  readonly packages: Outputs['package']['list'] | undefined
}

/** Where the work stands at every step; nothing is asked for on behalf of who may not see cases. */
export function useStepCounts(): StepCounts {
  const { year, session } = useWho()
  const enabled = useHasRole('clerk', 'reviewer', 'approver', 'auditor') && !session.locked
  const period = { programmeCode, year }
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year }, enabled }))
  const register = useQuery(calls.register.summary.queryOptions({ enabled }))
  const review = useQuery(calls.review.overview.queryOptions({ input: period, enabled }))
  const publicity = useQuery(calls.publicity.list.queryOptions({ input: period, enabled }))
  const packages = useQuery(calls.package.list.queryOptions({ enabled }))
  return {
    programme: programmes.data?.find((row) => row.programmeCode === programmeCode),
    register: register.data,
    review: review.data,
    publicity: publicity.data,
    packages: packages.data,
  }
}

export function submittedRows(counts: StepCounts): number {
  return counts.review?.byStatus.find((sum) => sum.status === 'submitted')?.totals.rows ?? 0
}

export function returnedRows(counts: StepCounts): number {
  return counts.review?.byStatus.find((sum) => sum.status === 'returned')?.totals.rows ?? 0
}

export function publicityWith(counts: StepCounts, ...next: readonly string[]): number {
  return counts.publicity?.rows.filter((row) => next.includes(row.next)).length ?? 0
}

export function waitingForRelease(counts: StepCounts): number {
  return counts.packages?.filter((row) => row.status === 'built').length ?? 0
}
