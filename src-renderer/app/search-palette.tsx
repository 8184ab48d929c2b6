import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { personStatusLabels } from '../../src-main/wording/register-labels.ts'
import { calls, type Outputs } from '../api/calls.ts'
import { problemOf } from '../api/problem-of.ts'
import { gridMove } from '../components/grid-move.ts'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { countText } from '../format/amount.ts'
import { useWho } from './who.tsx'

type Hit = Outputs['register']['search']['hits'][number]

const matches: Readonly<Record<Hit['matched'], string>> = {
  name: '姓名',
  pinyin: '拼音',
  'id-number': '证号',
  'account-no': '账号',
  phone: '电话',
  'household-no': '户编号',
  place: '村组',
  former: '曾用名、旧号',
}

/** 查找 — a person by name, initials, number's end or village; Enter opens the household. */
export function SearchPalette({ onClose }: { onClose(): void }): ReactNode {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const navigate = useNavigate()
  const wanted = useDeferredValue(text.trim())
  const found = useQuery(
    calls.register.search.queryOptions({
      input: { text: wanted, limit: 50 },
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const hits = wanted === '' ? [] : (found.data?.hits ?? [])
  const isOffice = useWho().state.machine === 'office'
  const go = (path: string): void => {
    onClose()
    void navigate(path)
  }
  const receive = (hit: Hit | undefined): void => {
    if (hit !== undefined && isOffice) go(`/register/visitor/${hit.personId}`)
  }
  const open = (hit: Hit | undefined): void => {
    if (hit === undefined) return
    if (hit.householdId === null) receive(hit)
    else go(`/register/${hit.householdId}?person=${hit.personId}`)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') return event.ctrlKey ? receive(hits[chosen]) : open(hits[chosen])
    const to = ['ArrowDown', 'ArrowUp'].includes(event.key)
      ? gridMove(event.key, chosen, hits.length)
      : undefined
    if (to === undefined) return
    event.preventDefault()
    setChosen(to)
  }
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={760}
      style={{ top: 60 }}
      title="查找人员"
    >
      <Input
        autoFocus
        allowClear
        size="middle"
        aria-label="查找人员"
        placeholder="姓名、拼音首字母（zs）、证号或卡号后几位、村名"
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
      />
      {found.isError && <ProblemAlert problem={problemOf(found.error)} />}
      <ul className="hits" aria-label="查找结果">
        {hits.map((hit, index) => (
          <HitLine
            key={hit.personId}
            hit={hit}
            isChosen={index === chosen}
            onOpen={() => open(hit)}
            onReceive={isOffice ? () => receive(hit) : undefined}
          />
        ))}
      </ul>
      <p className="quiet">
        {wanted === ''
          ? '↑↓ 选择，Enter 打开户，Ctrl+Enter 来访一屏，Esc 关闭'
          : footText(hits.length, found.data?.total)}
      </p>
    </Modal>
  )
}

function footText(shown: number, total: number | undefined): string {
  if (total === undefined) return '正在查找…'
  if (total === 0) return '没有查到。可改用拼音首字母或证号后四位再试。'
  const more = total > shown ? `，显示前 ${shown} 人，请再多输几个字` : ''
  return `共 ${countText(total)} 人${more}。Enter 打开户，Ctrl+Enter 来访一屏`
}

interface LineProps {
  readonly hit: Hit
  readonly isChosen: boolean
  readonly onReceive: (() => void) | undefined
  onOpen(): void
}

function HitLine({ hit, isChosen, onOpen, onReceive }: LineProps): ReactNode {
  return (
    <li className={isChosen ? 'hit chosen' : 'hit'} ref={isChosen ? scrollHere : undefined}>
      <button type="button" onClick={onOpen} disabled={hit.householdId === null && onReceive === undefined}>
        <b>{hit.name}</b>
        <span>{hit.idMasked}</span>
        <span>
          {hit.villageName}
          {hit.groupName}
        </span>
        <span>{standing(hit)}</span>
        <span className="quiet">{matches[hit.matched]}</span>
      </button>
      {onReceive && (
        <button type="button" className="hit-receive" aria-label={`${hit.name}来访`} onClick={onReceive}>
          来访
        </button>
      )}
    </li>
  )
}

/** What somebody is in the household now; who died or left is said first. */
function standing({ householdId, relation, status }: Hit): string {
  if (status !== 'registered') return personStatusLabels[status]
  return householdId === null ? '未入户' : relation
}

function scrollHere(line: HTMLLIElement | null): void {
  line?.scrollIntoView({ block: 'nearest' })
}
