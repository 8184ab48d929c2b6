import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { paidBy } from '../../../src-main/domain/programme-terms.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import type { ChosenProgramme } from '../../app/use-programme.ts'

/** 滚入 — this year's applications made from a roll; nothing is marked as verified by it. */
export function RollForward({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const { programmeCode } = programme
  const list = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const found = list.data?.find((row) => row.programmeCode === programmeCode)
  const isByLand = paidBy(found?.terms?.unit ?? found?.unit ?? '亩') === 'land'
  const [chosenYear, setChosenYear] = useState<number>()
  const fromYear = chosenYear ?? (isByLand ? year - 1 : year)
  const roll = useJob('application.roll-forward')
  const mayRoll = useHasRole('clerk')
  return (
    <Panel
      title={<ProgrammeChoice programme={programme} />}
      extra={<Link to="/review?tab=missed">应享未享</Link>}
    >
      <h3>{year} 年还没有申报</h3>
      <p>
        {isByLand
          ? '把上年发放清册滚入今年：每一行成为一笔待初审的申报，面积带入，金额按今年标准重算，上年原表金额保留备查。'
          : '由已导入的发放名册开始：每人成为一笔待初审的申报，标准、月数和金额照名册；有几个月名册的取最近一个月。'}
      </p>
      {found !== undefined && found.terms === null && (
        <p className="explain">
          今年的补贴标准还没有启用，先到 <Link to="/programme">政策清单</Link> 录入并由第二人启用。
        </p>
      )}
      {mayRoll ? (
        <div className="line">
          <label>
            从哪一年的清册{' '}
            <InputNumber
              min={2000}
              max={2100}
              value={fromYear}
              onChange={(to) => to !== null && setChosenYear(to)}
              style={{ width: 80 }}
            />
          </label>
          <Button
            type="primary"
            loading={roll.isRunning}
            disabled={found?.terms == null}
            onClick={() => roll.start({ programmeCode, year, fromYear })}
          >
            滚入申报
          </Button>
          <span className="quiet">
            清册还没导入？去 <Link to="/list">数据导入</Link>
          </span>
        </div>
      ) : (
        <p className="quiet">由经办人滚入。</p>
      )}
      {roll.result?.opened === 0 && (
        <p className="explain">
          没有滚入任何一行：请核对年度；另有 {roll.result.unplaced}{' '}
          行没有村或账号，先在“人口与账户”里归户、补账号。
        </p>
      )}
      <JobProgress title="正在滚入" view={roll.view} onCancel={roll.cancel} onClose={roll.clear} />
    </Panel>
  )
}
