import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { paidBy } from '../../../src-main/domain/programme-terms.ts'
import { JobLine } from '../../app/job-line.tsx'
import { useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import { ReviewActions } from './review-actions.tsx'
import { ReviewFilters } from './review-filters.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewTotals } from './review-totals.tsx'
import { RollForward } from './roll-forward.tsx'
import type { ChosenProgramme } from '../../app/use-programme.ts'
import { useReviewFilter } from './use-review-filter.ts'

/** 申报初审 — the list at the left, one record with its evidence and the decision at the right. */
export function ReviewTab({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const period = { programmeCode: programme.programmeCode, year }
  const filter = useReviewFilter()
  const [chosenId, setChosenId] = useState<string>()
  const overview = useQuery(calls.review.overview.queryOptions({ input: period }))
  const pages = useInfiniteQuery(
    calls.review.list.infiniteOptions({
      input: (after: string | null) => ({ ...period, ...filter.input, after, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0
  const chosenIndex = Math.max(
    rows.findIndex((row) => row.applicationId === chosenId),
    0,
  )
  const chosen = rows[chosenIndex]
  const choose = (by: number): void => setChosenId(rows[chosenIndex + by]?.applicationId ?? chosenId)
  const isByLand = paidBy(overview.data?.unit ?? '亩') === 'land'
  if (overview.isError) return <ProblemAlert problem={problemOf(overview.error)} />
  if (overview.data?.totals.rows === 0) return <RollForward programme={programme} />
  return (
    <>
      <Panel
        title={<ProgrammeChoice programme={programme} />}
        extra={
          overview.data && <ReviewActions overview={overview.data} programmeCode={programme.programmeCode} />
        }
      >
        <JobLine kind="review.check" title="正在检查" />
        <JobLine kind="review.approve-clean" title="正在批量通过" />
        {overview.data && <ReviewTotals overview={overview.data} programmeCode={programme.programmeCode} />}
        {overview.data && <ReviewFilters overview={overview.data} filter={filter} />}
        {pages.isError && <ProblemAlert problem={problemOf(pages.error)} />}
        <ReviewList
          rows={rows}
          isByLand={isByLand}
          total={total}
          isPending={pages.isPending}
          chosenId={chosen?.applicationId}
          onChoose={setChosenId}
          onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
        />
      </Panel>
      <DecisionPanel
        key={chosen?.applicationId}
        applicationId={chosen?.applicationId}
        place={chosen ? `${chosenIndex + 1} / ${total}` : ''}
        onNext={() => choose(1)}
        onPrevious={() => choose(-1)}
      />
    </>
  )
}
