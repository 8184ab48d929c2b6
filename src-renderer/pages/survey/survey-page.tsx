import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useWho } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { surveyTabs } from './survey-tabs.tsx'
import './survey.css'

/** 摸底调查 — rounds and how far they are, the visits, and the ways work leaves for the villages and comes back. */
export function SurveyPage(): ReactNode {
  const { session, state } = useWho()
  const { tab } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const own = surveyTabs.filter(
    (one) =>
      (state.machine === 'office' || one.isAfield === true) &&
      one.roles.some((role) => session.roles.includes(role)),
  )
  const active = own.find((one) => one.key === tab) ?? own[0]
  const round = params.get('round')
  return (
    <Panel title="摸底调查" className="survey">
      <Tabs
        activeKey={active?.key ?? ''}
        onChange={(key) =>
          void navigate(`/survey/${key}${round === null ? '' : `?round=${round}`}`, { replace: true })
        }
        items={own.map(({ key, label }) => ({ key, label }))}
      />
      {active?.children}
    </Panel>
  )
}
