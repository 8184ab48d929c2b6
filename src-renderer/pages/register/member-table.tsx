import { Button, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { sexLabels } from '../../../src-main/wording/register-labels.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { sourceText } from '../../format/source-text.ts'
import { ChangePerson } from './change-person.tsx'
import type { Household, Member } from './household.ts'
import { RevealedNumber } from './revealed-number.tsx'

interface Props {
  readonly household: Household
  readonly foundPersonId: string | null
}

/** 成员 — those who live here first; who died or left stays below, greyed. */
export function MemberTable({ household, foundPersonId }: Props): ReactNode {
  const [changing, setChanging] = useState<Member>()
  const isClerk = useHasRole('clerk')
  const shown = household.members.toSorted((a, b) => Number(isGone(a)) - Number(isGone(b)))
  return (
    <>
      <Table
        rowKey="personId"
        size="small"
        pagination={false}
        dataSource={shown}
        locale={{ emptyText: '没有成员' }}
        rowClassName={(member) =>
          `${member.personId === foundPersonId ? 'chosen-row' : ''} ${isGone(member) ? 'gone-row' : ''}`
        }
        columns={[
          {
            title: '姓名',
            width: 118,
            render: (_, member) => (
              <>
                <MemberName member={member} /> {member.isHouseholder && <Tag color="success">户主</Tag>}
              </>
            ),
          },
          { title: '关系', width: 68, render: (_, member) => relationText(member) },
          { title: '性别', width: 48, render: (_, member) => sexLabels[member.sex] },
          {
            title: '出生日期',
            width: 148,
            render: (_, member) => `${member.birthDate}（${member.age} 岁）`,
          },
          {
            title: '公民身份号码',
            width: 192,
            render: (_, member) => (
              <RevealedNumber subject="id-number" subjectId={member.personId} masked={member.idMasked} />
            ),
          },
          {
            title: '电话',
            width: 140,
            render: (_, member) => (
              <RevealedNumber subject="phone" subjectId={member.personId} masked={member.phoneMasked} />
            ),
          },
          { title: '情况', render: (_, member) => <Condition member={member} /> },
          {
            title: '来源',
            width: 132,
            ellipsis: true,
            render: (_, member) => sourceText(member.source) || '工作站登记',
          },
          ...(isClerk
            ? [
                {
                  title: '办理',
                  width: 112,
                  render: (_: unknown, member: Member) => (
                    <MemberActions member={member} onChange={() => setChanging(member)} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing && <ChangePerson member={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

/** Leads to what is said to the person at the counter; a laptop has no counter. */
function MemberName({ member: { personId, name } }: { readonly member: Member }): ReactNode {
  if (useWho().state.machine !== 'office') return name
  return (
    <Link to={`/register/visitor/${personId}`} title="来访一屏">
      {name}
    </Link>
  )
}

/** Who headed the household to the end is not its head any more. */
function relationText(member: Member): string {
  const { relation } = member
  return isGone(member) && relation === '户主' ? '原户主' : relation || '—'
}

function isGone({ status }: Member): boolean {
  return status !== 'registered'
}

function Condition({ member }: { readonly member: Member }): ReactNode {
  const { status, diedOn, deathSource, movedOn, movedWhere, deathDate, onPayroll, remark } = member
  const isListedDead = deathDate !== null && status !== 'dead'
  return (
    <>
      {status === 'dead' && <Tag color="default" title={deathSource}>{`${diedOn ?? ''} 死亡`}</Tag>}
      {status === 'moved-out' && <Tag color="default">{`${movedOn ?? ''} 迁往 ${movedWhere}`}</Tag>}
      {status === 'cancelled' && <Tag color="default">注销</Tag>}
      {isListedDead && <Tag color="error">名单死亡 {deathDate}</Tag>}
      {onPayroll && <Tag color="warning">财政供养</Tag>}
      {status === 'registered' && movedOn !== null && `${movedOn} 迁入`}
      {remark !== '' && <span className="quiet"> {remark}</span>}
    </>
  )
}

/** What one does to a single person: correct, record the death, or take a wrong entry back. */
function MemberActions({ member, onChange }: { readonly member: Member; onChange(): void }): ReactNode {
  const [params, setParams] = useSearchParams()
  const open = (dialog: 'death' | 'restore' | 'take-over'): void => {
    params.set('do', dialog)
    params.set('person', member.personId)
    setParams(params, { replace: true })
  }
  if (isGone(member))
    return (
      <>
        <Button type="link" size="small" onClick={() => open('take-over')}>
          承接
        </Button>
        <Button type="link" size="small" onClick={() => open('restore')}>
          恢复
        </Button>
      </>
    )
  const isListedDead = member.deathDate !== null
  return (
    <>
      <Button type="link" size="small" onClick={onChange}>
        改
      </Button>
      <Button type="link" size="small" danger={isListedDead} onClick={() => open('death')}>
        办死亡
      </Button>
    </>
  )
}
