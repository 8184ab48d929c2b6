import { useQuery } from '@tanstack/react-query'
import { Button, Tabs, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { householdStatusLabels } from '../../../src-main/wording/register-labels.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { AccountTab } from './accounts/account-tab.tsx'
import { ChangeHousehold } from './change-household.tsx'
import { EventActions } from './events/event-actions.tsx'
import { EventTab } from './events/event-tab.tsx'
import { EvidenceTab } from './evidence-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { livingOf, type Household } from './household.ts'
import { KinTab } from './kin-tab.tsx'
import { LandTab } from './land/land-tab.tsx'
import { LinkHouseholder } from './link-householder.tsx'
import { MemberTable } from './member-table.tsx'
import { ProgrammeTab } from './programme-tab.tsx'
import './register.css'

/** 户 — everything known of one household on one page. */
export function HouseholdPage(): ReactNode {
  const { householdId = '' } = useParams()
  const household = useQuery(calls.register.household.queryOptions({ input: { householdId } }))
  if (household.isError) return <ProblemAlert problem={problemOf(household.error)} />
  if (household.isPending) return <p className="quiet">正在打开这一户…</p>
  return <Whole key={householdId} household={household.data} />
}

function Whole({ household }: { readonly household: Household }): ReactNode {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const isClerk = useHasRole('clerk')
  const canLink = household.householderPending && household.status === 'registered'
  return (
    <Panel
      title={<HouseholdTitle household={household} />}
      className="household-panel"
      extra={
        <>
          {isClerk && <EventActions household={household} />}
          <Button onClick={() => void navigate(-1)}>返回</Button>
        </>
      }
    >
      {canLink && <LinkHouseholder household={household} />}
      <MemberTable household={household} foundPersonId={params.get('person')} />
      <HouseholdTabs household={household} />
    </Panel>
  )
}

function HouseholdTitle({ household }: { readonly household: Household }): ReactNode {
  const [isChanging, setChanging] = useState(false)
  const isClerk = useHasRole('clerk')
  const head = household.members.find((member) => member.isHouseholder)
  return (
    <>
      {household.villageName}
      {household.groupName} · {head?.name ?? '户主未定'}{' '}
      <span className="quiet">{household.householdNo}</span>
      {household.address !== '' && <span className="quiet">{household.address}</span>}
      {household.householderPending && <Tag color="warning">户主待补</Tag>}
      {household.status !== 'registered' && (
        <Tag color="error">
          {householdStatusLabels[household.status]} {household.endedOn}
        </Tag>
      )}
      {isClerk && (
        <Button type="text" size="small" onClick={() => setChanging(true)}>
          改
        </Button>
      )}
      {isChanging && <ChangeHousehold household={household} onClose={() => setChanging(false)} />}
    </>
  )
}

/** Accounts, land, programmes, evidence, events and history; ← and → go from one to the next. */
function HouseholdTabs({ household }: { readonly household: Household }): ReactNode {
  const [params, setParams] = useSearchParams()
  const counted = (title: string, count: number): string => (count > 0 ? `${title} ${count}` : title)
  const { accounts, landRights, parcels, transfers, applications, rosterLines, evidence, events } = household
  const doubts = transfers.filter(({ doubt }) => doubt !== null).length
  const warned = accounts.some(({ warnings }) => warnings.length > 0)
  const landRows = landRights.length + parcels.length + transfers.length
  return (
    <Tabs
      size="small"
      className="household-tabs"
      activeKey={params.get('tab') ?? 'accounts'}
      onChange={(tab) => {
        params.set('tab', tab)
        setParams(params, { replace: true })
      }}
      items={[
        {
          key: 'accounts',
          label: <Marked title={counted('收款账户', accounts.length)} isMarked={warned} />,
          children: <AccountTab household={household} />,
        },
        {
          key: 'land',
          label: <Marked title={counted('土地', landRows)} isMarked={doubts > 0} />,
          children: <LandTab household={household} />,
        },
        {
          key: 'programmes',
          label: counted('历年补贴', applications.length + rosterLines.length),
          children: <ProgrammeTab household={household} />,
        },
        {
          key: 'evidence',
          label: counted('证据', evidence.length),
          children: <EvidenceTab household={household} />,
        },
        {
          key: 'events',
          label: counted('家庭事件', events.length),
          children: <EventTab household={household} />,
        },
        { key: 'kin', label: '近亲属回避', children: <KinTab householdId={household.householdId} /> },
        { key: 'history', label: '变更记录', children: <HistoryTab household={household} /> },
      ]}
      tabBarExtraContent={<span className="quiet">在册 {livingOf(household).length} 人</span>}
    />
  )
}

/** An orange dot says that something in there has to be looked into. */
function Marked({ title, isMarked }: { readonly title: string; readonly isMarked: boolean }): ReactNode {
  return (
    <>
      {title}
      {isMarked && <span className="tab-mark" aria-label="有须核对的内容" role="img" />}
    </>
  )
}
