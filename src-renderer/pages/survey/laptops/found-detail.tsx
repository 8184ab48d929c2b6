import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { isMadeNo } from '../../../../src-main/domain/found-household.ts'
import { useHasRole } from '../../../app/who.tsx'
import { shortInstantText } from '../../../format/instant.ts'
import { EditHistory } from './edit-history.tsx'
import { FoundDecision } from './found-decision.tsx'
import type { Found } from './found-pane.tsx'

/** 一户新遇到的 — who told of it, who lives there, whom the register may know already, and what to make of it. */
export function FoundDetail({ found }: { readonly found: Found }): ReactNode {
  const { told, people, accounts, likely, became } = found
  const mayDecide = useHasRole('clerk')
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const [first] = people
  return (
    <section className="conflict found" aria-label="新遇到的户">
      <h3>
        {first?.name || '户主没有名字'}户 <span className="quiet">{found.roundName}</span>
      </h3>
      <ul className="plain">
        {told.map((one) => (
          <li key={one.taskId}>
            <b>{one.place}</b>{' '}
            <span className="quiet">
              {one.machineName} · {one.by} · {shortInstantText(one.at)}
              {!isMadeNo(one.householdNo) && ` · 户编号 ${one.householdNo}`}
            </span>
          </li>
        ))}
      </ul>
      {told.length > 1 && (
        <p className="explain">
          {told.length}{' '}
          台笔记本都遇到了：有相同的身份证号，是同一户。收下以后合成一户，说法不同的项列到“冲突”里请您定。
        </p>
      )}
      <p>
        {people.map((person) => (
          <span key={person.subject} className="found-person">
            {person.name || '（没有名字）'}
            <span className="quiet">
              （{person.relation || '关系没填'}，{person.idTail === '' ? '没有证号' : `证号…${person.idTail}`}
              ）
            </span>
          </span>
        ))}
        {accounts > 0 && <span className="quiet">账户 {accounts} 个</span>}
      </p>
      <Likely likely={likely} isDecided={became !== null} />
      {found.decidedAt !== null && (
        <p>
          {found.decidedBy} {shortInstantText(found.decidedAt)}：{found.decidedReason}
        </p>
      )}
      {became !== null && (
        <p>
          {found.isNew ? '已收作新户' : '已并入'}{' '}
          <Link to={`/register/${became.householdId}`}>{became.householdNo}</Link>，
          <Link to={`/survey/task/${became.taskId}`}>打开录入</Link>
        </p>
      )}
      {mayDecide && became === null && <FoundDecision found={found} />}
      <span className="line">
        <Button onClick={() => setHistoryOpen(true)}>看录入的全部内容</Button>
      </span>
      <EditHistory
        of={isHistoryOpen ? { taskIds: found.taskIds } : undefined}
        onClose={() => setHistoryOpen(false)}
      />
    </section>
  )
}

function Likely({
  likely,
  isDecided,
}: {
  readonly likely: Found['likely']
  readonly isDecided: boolean
}): ReactNode {
  if (isDecided) return null
  if (likely.length === 0) return <p className="ties">登记簿里没有相同的证号，本村也没有同名的人。</p>
  return (
    <ul className="plain" aria-label="登记簿里可能是">
      {likely.map((one) => (
        <li key={one.personId}>
          <Tag color={one.why === 'id-number' ? 'error' : 'warning'}>
            {one.why === 'id-number' ? '证号相同' : '本村同名'}
          </Tag>
          {one.name}（证号…{one.idTail}），
          {one.householdId === null
            ? '登记簿里没有户，收作新户时归到这一户'
            : `${one.place}，户主${one.headName || '待补'}`}
        </li>
      ))}
    </ul>
  )
}
