import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { personStatusLabels, sexLabels } from '../../../src-main/wording/register-labels.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { RevealedNumber } from '../register/revealed-number.tsx'
import { AskerFields } from './asker-fields.tsx'
import { NoticePanel } from './notice-panel.tsx'
import { PrintSlip } from './print-slip.tsx'
import { VisitorAccounts } from './visitor-accounts.tsx'
import { VisitorRows } from './visitor-rows.tsx'
import type { Asker, Visitor } from './visitor.ts'
import './visitor.css'

/** 来访一屏 — everything about who stands at the counter, and the two sheets they take home. */
export function VisitorPage(): ReactNode {
  const { personId = '' } = useParams()
  const visitor = useQuery(calls.visitor.show.queryOptions({ input: { personId } }))
  if (visitor.isError) return <ProblemAlert problem={problemOf(visitor.error)} />
  if (visitor.isPending) return <p className="quiet">正在打开…</p>
  return <Whole key={personId} visitor={visitor.data} />
}

function Whole({ visitor }: { readonly visitor: Visitor }): ReactNode {
  const navigate = useNavigate()
  const [asker, setAsker] = useState<Asker>({ kind: 'self' })
  const mayPrint = useHasRole('clerk', 'reviewer', 'approver')
  return (
    <>
      <Panel
        title={<Title visitor={visitor} />}
        className="visitor"
        extra={<Button onClick={() => void navigate(-1)}>返回</Button>}
      >
        <Who visitor={visitor} />
        <VisitorRows visitor={visitor} />
        <VisitorAccounts visitor={visitor} />
        {mayPrint && (
          <section className="visitor-print" aria-label="打印">
            <AskerFields asker={asker} onChange={setAsker} />
            <PrintSlip visitor={visitor} asker={asker} />
          </section>
        )}
      </Panel>
      <NoticePanel visitor={visitor} asker={asker} />
    </>
  )
}

function Title({ visitor }: { readonly visitor: Visitor }): ReactNode {
  const { name, sex, age, status, diedOn, isHouseholder, relation } = visitor
  return (
    <>
      来访：{name}
      <span className="quiet">
        {sexLabels[sex]}　{age} 岁
      </span>
      {isHouseholder ? <Tag color="success">户主</Tag> : relation !== '' && <Tag>{relation}</Tag>}
      {status !== 'registered' && (
        <Tag color="error">
          {personStatusLabels[status]} {diedOn}
        </Tag>
      )}
    </>
  )
}

function Who({ visitor }: { readonly visitor: Visitor }): ReactNode {
  const { personId, idMasked, phoneMasked, place, householdId, householdNo, householderName } = visitor
  return (
    <p className="line">
      <span>
        证号 <RevealedNumber subject="id-number" subjectId={personId} masked={idMasked} />
      </span>
      <span>
        电话{' '}
        {phoneMasked === '' ? (
          '未登记'
        ) : (
          <RevealedNumber subject="phone" subjectId={personId} masked={phoneMasked} />
        )}
      </span>
      <span>{place === '' ? '住址未登记' : place}</span>
      {householdId === null ? (
        <span className="must">没有户</span>
      ) : (
        <Link to={`/register/${householdId}?person=${personId}`}>
          {householdNo} 户{householderName !== '' && `（户主${householderName}）`}
        </Link>
      )}
    </p>
  )
}
