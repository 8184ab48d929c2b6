import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Eligibility } from './eligibility.tsx'
import { FindingDetail } from './finding-detail.tsx'
import { Hearing } from './hearing.tsx'
import { RecordFacts } from './record-facts.tsx'
import { Stops } from './stops.tsx'
import { RecordTrail } from './record-trail.tsx'

interface Props {
  readonly applicationId: string | undefined
  readonly place: string
  onNext(): void
  onPrevious(): void
}

/** One record: its findings in words, its facts, who did what, and the decision. */
export function DecisionPanel({ applicationId, place, onNext, onPrevious }: Props): ReactNode {
  const record = useQuery(
    calls.review.record.queryOptions({
      input: { applicationId: applicationId ?? '' },
      enabled: applicationId !== undefined,
    }),
  )
  const title = record.data
    ? `${record.data.name} · ${record.data.villageName}${record.data.groupName}`
    : '申报'
  return (
    <Panel title={title} extra={<span className="quiet">{place}</span>} className="narrow decision">
      {record.isError && <ProblemAlert problem={problemOf(record.error)} />}
      {record.data && (
        <>
          {/* what waits for a second person, or is owed, comes before everything it was decided on */}
          {record.data.stops.length > 0 && <Stops record={record.data} />}
          {record.data.details.map((finding) => (
            <FindingDetail key={finding.findingId} finding={finding} />
          ))}
          {record.data.eligibility && <Eligibility judged={record.data.eligibility} />}
          <RecordFacts record={record.data} />
          <Hearing key={record.data.applicationId} record={record.data} />
          {record.data.stops.length === 0 && <Stops record={record.data} />}
          {record.data.status === 'returned' ? (
            <CorrectionForm record={record.data} />
          ) : (
            <DecisionForm record={record.data} onNext={onNext} onPrevious={onPrevious} />
          )}
          <RecordTrail record={record.data} />
        </>
      )}
    </Panel>
  )
}
