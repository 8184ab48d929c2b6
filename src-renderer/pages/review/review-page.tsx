import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { DroppedTab } from './dropped-tab.tsx'
import { KinListTab } from './kin-list-tab.tsx'
import { MissedTab } from './missed-tab.tsx'
import { RecheckTab } from './recheck-tab.tsx'
import { StopTab } from './stop-tab.tsx'
import { ReviewTab } from './review-tab.tsx'
import { useProgramme } from '../../app/use-programme.ts'
import './review.css'

/** 资格初审 — the applications of a programme, or the people who may be entitled and have not applied. */
export function ReviewPage(): ReactNode {
  const [params] = useSearchParams()
  const programme = useProgramme()
  if (params.get('tab') === 'missed') return <MissedTab />
  if (params.get('tab') === 'kin') return <KinListTab />
  if (params.get('tab') === 'dropped')
    return <DroppedTab key={programme.programmeCode} programme={programme} />
  if (params.get('tab') === 'stops') return <StopTab key={programme.programmeCode} programme={programme} />
  if (params.get('tab') === 'rechecks')
    return <RecheckTab key={programme.programmeCode} programme={programme} />
  return <ReviewTab key={programme.programmeCode} programme={programme} />
}
