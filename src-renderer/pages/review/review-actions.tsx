import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Space } from 'antd'
import type { ReactNode } from 'react'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import type { Outputs } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { OpenApplication } from './open-application.tsx'
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
  const checkYear = useJob('review.check-year')
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
      {checkYear.result && (
        <span className="quiet" role="status">
          {yearText(checkYear.result)}
        </span>
      )}
      <span className={overview.checksOutdated ? 'explain' : 'quiet'}>{lastCheckText(overview)}</span>
      <OpenApplication programmeCode={programmeCode} />
      {mayCheck && (
        <Space.Compact>
          <Button
            type={overview.checksOutdated ? 'primary' : 'default'}
            loading={check.isRunning || checkYear.isRunning}
            onClick={() => check.start(period)}
          >
            重新检查
          </Button>
          <Dropdown trigger={['click']} menu={{ items: [wholeYear(() => checkYear.start({ year }))] }}>
            <Button icon={<DownOutlined />} aria-label="其他检查" />
          </Dropdown>
        </Space.Compact>
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

function wholeYear(onClick: () => void) {
  return { key: 'year', label: '检查本年全部项目', onClick }
}

function yearText({ checked, withoutTerms }: JobResult<'review.check-year'>): string {
  const found = checked.filter(({ withFindings }) => withFindings > 0).length
  const left = withoutTerms.length === 0 ? '' : `；${withoutTerms.join('、')} 条款未生效，没有查`
  return `${checked.length} 个项目查完，${found} 个有疑点${left}`
}

function lastCheckText({ lastCheck, checksOutdated }: Overview): string {
  if (lastCheck === null) return '还没有检查过'
  return `${shortInstantText(lastCheck.at)} 检查${checksOutdated ? '后有变动，请重新检查' : ''}`
}
