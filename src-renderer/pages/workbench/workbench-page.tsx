import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Panel } from '../../components/panel.tsx'
import { useStepCounts } from '../../app/use-step-counts.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { nextTasks } from './next-tasks.ts'
import { StepSummary } from './step-summary.tsx'
import './workbench.css'

/** 工作台 — where the year's work stands, and what the person should do next. */
export function WorkbenchPage(): ReactNode {
  const { session, year } = useWho()
  const counts = useStepCounts()
  const seesCases = useHasRole('clerk', 'reviewer', 'approver', 'auditor')
  const tasks = nextTasks(counts, session.roles, year)
  return (
    <>
      <Panel title={`${session.displayName}，接下来要办的`} className="tasks-panel">
        {tasks.length === 0 && <p className="quiet">目前没有等您办的事。</p>}
        <ol className="tasks">
          {tasks.map((task) => (
            <li key={task.text}>
              <Link to={task.to}>{task.text}</Link>
              <span className="quiet">{task.why}</span>
            </li>
          ))}
        </ol>
      </Panel>
      {seesCases && (
        <Panel title={`耕地地力保护补贴 · ${year} 年进度`}>
          <StepSummary counts={counts} />
        </Panel>
      )}
    </>
  )
}
