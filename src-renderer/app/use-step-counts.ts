import { useQuery } from '@tanstack/react-query'
import { calls } from '../api/calls.ts'
import type { StepCounts } from './step-counts.ts'
import { useHasRole, useWho } from './who.tsx'

/** 耕地地力保护补贴 — the programme the counts beside the steps are of, and the one a page begins with. */
export const programmeCode = 'NY01'

/** Where the work stands at every step; nothing is asked for on behalf of who may not see cases. */
export function useStepCounts(): StepCounts {
  const { year, session, state } = useWho()
  const isInOffice = state.machine === 'office'
  const isWorking = useHasRole('clerk', 'reviewer', 'approver', 'auditor') && !session.locked
  const enabled = isWorking && isInOffice
  const period = { programmeCode, year }
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year }, enabled }))
  const register = useQuery(calls.register.summary.queryOptions({ enabled: isWorking }))
  const survey = useQuery(calls.survey.rounds.queryOptions({ enabled: isWorking }))
  const review = useQuery(calls.review.overview.queryOptions({ input: period, enabled }))
  const publicity = useQuery(calls.publicity.list.queryOptions({ input: period, enabled }))
  const packages = useQuery(calls.package.list.queryOptions({ enabled }))
  const enabledInOffice = useHasRole('clerk', 'administrator') && !session.locked && isInOffice
  const settings = useQuery(calls.setting.get.queryOptions({ enabled: enabledInOffice }))
  const recipients = useQuery(calls.package.recipients.queryOptions({ enabled: enabledInOffice }))
  return {
    programme: programmes.data?.find((row) => row.programmeCode === programmeCode),
    register: register.data,
    survey: survey.data,
    review: review.data,
    publicity: publicity.data,
    packages: packages.data,
    settings: settings.data,
    recipients: recipients.data,
  }
}
