import { Button, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { programmeCode, useStepCounts } from '../../app/use-step-counts.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Panel } from '../../components/panel.tsx'

/** 滚入 — this year's applications made from last year's roll; nothing is marked as verified by it. */
export function RollForward(): ReactNode {
  const { year } = useWho()
  const [fromYear, setFromYear] = useState(year - 1)
  const { programme } = useStepCounts()
  const roll = useJob('application.roll-forward')
  const mayRoll = useHasRole('clerk')
  return (
    <Panel title={`耕地地力保护补贴 · ${year} 年还没有申报`}>
      <p>
        把上年发放清册滚入今年：每一行成为一笔待初审的申报，面积带入，金额按今年标准重算，上年原表金额保留备查。
      </p>
      {programme !== undefined && programme.terms === null && (
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
              onChange={(to) => to !== null && setFromYear(to)}
              style={{ width: 80 }}
            />
          </label>
          <Button
            type="primary"
            loading={roll.isRunning}
            disabled={programme?.terms == null}
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
      <JobProgress title="正在滚入" view={roll.view} onCancel={roll.cancel} onClose={roll.clear} />
    </Panel>
  )
}
