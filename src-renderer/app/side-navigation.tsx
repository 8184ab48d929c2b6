import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { countText } from '../format/amount.ts'
import { stepsOf } from './steps.ts'
import {
  publicityWith,
  submittedRows,
  unvisitedTasks,
  waitingForRelease,
  type StepCounts,
} from './step-counts.ts'
import { useStepCounts } from './use-step-counts.ts'
import { useWho } from './who.tsx'

export function SideNavigation(): ReactNode {
  const { session, state, year } = useWho()
  const counts = useStepCounts()
  return (
    <nav className="side" aria-label="工作步骤">
      <h1 className="brand">{state.machine === 'field' ? '一卡通外业笔记本' : '一卡通工作站'}</h1>
      {stepsOf(session.roles, state.machine).map((step) => (
        <NavLink key={step.path} to={step.path} end={step.path === '/'} className="step">
          <span>{step.label}</span>
          <span className="step-note">{noteOf(step.path, counts, year)}</span>
        </NavLink>
      ))}
      <div className="side-foot">
        版本 {state.version}
        <br />
        {state.build}
      </div>
    </nav>
  )
}

function noteOf(path: string, counts: StepCounts, year: number): string {
  if (path === '/programme') return String(year)
  if (path === '/survey') return waiting(unvisitedTasks(counts), '户待访')
  if (path === '/review') return waiting(submittedRows(counts), '待审')
  if (path === '/publicity') return waiting(publicityWith(counts, 'conclude'), '可办结')
  if (path === '/package') return waiting(waitingForRelease(counts), '待签发')
  return ''
}

function waiting(count: number, what: string): string {
  return count === 0 ? '' : `${countText(count)} ${what}`
}
