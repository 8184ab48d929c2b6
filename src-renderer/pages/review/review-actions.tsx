import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole, useWho } from '../../app/who.tsx'
import type { Outputs } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { shortInstantText } from '../../format/instant.ts'

type Overview = Outputs['review']['overview']

/** Checking again, and passing every record without findings at once. */
export function ReviewActions({
  overview,
  programmeCode,
}: {
  readonly overview: Overview
  readonly programmeCode: string
}): ReactNode {
  const { year } = useWho()
  const check = useJob('review.check')
  const approve = useJob('review.approve-clean')
  const mayCheck = useHasRole('clerk', 'reviewer')
  const mayApprove = useHasRole('reviewer')
  const period = { programmeCode, year }
  return (
    <>
      {approve.result && (
        <span className="ties" role="status">
          已通过 {approve.result.approved} 笔，余 {approve.result.left} 笔逐笔审
        </span>
      )}
      <span className={overview.checksOutdated ? 'explain' : 'quiet'}>{lastCheckText(overview)}</span>
      {mayCheck && (
        <Button
          type={overview.checksOutdated ? 'primary' : 'default'}
          loading={check.isRunning}
          onClick={() => check.start(period)}
        >
          重新检查
        </Button>
      )}
      {mayApprove && (
        <Button
          type={overview.checksOutdated ? 'default' : 'primary'}
          disabled={overview.checksOutdated}
          loading={approve.isRunning}
          onClick={() => approve.start({ ...period, villageCodes: null })}
        >
          无疑点的全部通过
        </Button>
      )}
    </>
  )
}

function lastCheckText({ lastCheck, checksOutdated }: Overview): string {
  if (lastCheck === null) return '还没有检查过'
  return `${shortInstantText(lastCheck.at)} 检查${checksOutdated ? '后有变动，请重新检查' : ''}`
}
