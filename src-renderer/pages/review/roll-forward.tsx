import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { monthOptions } from '../../format/month-options.ts'
import { Link } from 'react-router'
import { paidBy } from '../../../src-main/domain/programme-terms.ts'
import { countsMonths } from '../../../src-main/domain/standard.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import { OpenApplication } from './open-application.tsx'
import type { ProgrammeRow } from '../programme/programme-row.ts'
import type { ChosenProgramme } from '../../app/use-programme.ts'

/** 滚入 — this year's applications made from a roll; nothing is marked as verified by it. */
export function RollForward({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const { programmeCode } = programme
  const list = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const found = list.data?.find((row) => row.programmeCode === programmeCode)
  const { isByLand, isByStandard, byMonths } = howPaid(found)
  const [chosenYear, setChosenYear] = useState<number>()
  const fromYear = chosenYear ?? (isByLand ? year - 1 : year)
  const roll = useJob('application.roll-forward')
  const [span, setSpan] = useState({ from: 1, to: 12 })
  const mayRoll = useHasRole('clerk')
  return (
    <Panel
      title={<ProgrammeChoice programme={programme} />}
      extra={
        <>
          <OpenApplication programmeCode={programmeCode} />
          <Link to="/review?tab=missed">应享未享</Link>
        </>
      }
    >
      <h3>{year} 年还没有申报</h3>
      <p>{howText({ isByLand, isByStandard })}</p>
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
          {byMonths && <MonthSpan value={span} onChange={setSpan} />}
          <Button
            type="primary"
            loading={roll.isRunning}
            disabled={found?.terms == null}
            onClick={() => roll.start({ programmeCode, year, fromYear, months: byMonths ? span : null })}
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

function howPaid(row: ProgrammeRow | undefined) {
  const unit = row?.terms?.unit ?? row?.unit ?? '亩'
  const isByLand = paidBy(unit) === 'land'
  const isByStandard = !isByLand && (row?.terms?.rateBy ?? 'each') !== 'each'
  return { isByLand, isByStandard, byMonths: isByStandard && countsMonths(unit) }
}

function howText({ isByLand, isByStandard }: { isByLand: boolean; isByStandard: boolean }): string {
  if (isByLand)
    return '把上年发放清册滚入今年：每一行成为一笔待初审的申报，面积带入，金额按今年标准重算，上年原表金额保留备查。'
  return isByStandard
    ? '由已导入的发放名册开始：每人成为一笔待初审的申报，金额按今年的标准逐月算；定不了档的先照名册，并列为疑点。'
    : '由已导入的发放名册开始：每人成为一笔待初审的申报，标准、月数和金额照名册；有几个月名册的取最近一个月。'
}

interface SpanProps {
  readonly value: { readonly from: number; readonly to: number }
  onChange(span: { from: number; to: number }): void
}

function MonthSpan({ value: { from, to }, onChange }: SpanProps): ReactNode {
  return (
    <span className="line">
      发放月份
      <Select
        aria-label="从几月"
        options={monthOptions}
        value={from}
        style={{ width: 80 }}
        onChange={(month: number) => onChange({ from: month, to: Math.max(month, to) })}
      />
      至
      <Select
        aria-label="到几月"
        options={monthOptions}
        value={to}
        style={{ width: 80 }}
        onChange={(month: number) => onChange({ from: Math.min(month, from), to: month })}
      />
    </span>
  )
}
