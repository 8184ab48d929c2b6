import type { UseMutationResult } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, type InputRef } from 'antd'
import { useImperativeHandle, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Link } from 'react-router'
import { presenceChoices } from '../../../src-main/domain/survey-field.ts'
import { client, type Inputs, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useReveal } from '../../api/use-reveal.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import type { BookLine, ReturnView } from './return-review.tsx'

export interface LineDetailHandle {
  accept(): void
  askWhyNot(): void
}

type Decide = UseMutationResult<Outputs['villageBook']['decide'], Error, Inputs['villageBook']['decide']>

interface Props {
  readonly handle: RefObject<LineDetailHandle | null>
  readonly line: BookLine
  readonly view: ReturnView
  readonly decide: Decide
  readonly mayWork: boolean
  onDecided(): void
}

/** One line with every cell, what is wrong with it, and the decision. */
export function LineDetail({ handle, line, view, decide, mayWork, onDecided }: Props): ReactNode {
  const isOfRound = view.roundId !== null
  const wrong = line.cells.filter(({ rule }) => rule !== null).map(({ column }) => column)
  const [leaveOut, setLeaveOut] = useState<readonly string[]>([])
  const [presence, setPresence] = useState<string>()
  const [householdId, setHousehold] = useState(line.householdId)
  const [reason, setReason] = useState('')
  const reasonInput = useRef<InputRef>(null)
  const isDecidable = mayWork && line.status !== 'accepted'
  const blocked = blockedBy(
    line,
    wrong.filter((column) => !leaveOut.includes(column)).length,
    presence,
    householdId,
  )
  const send = (accepts: boolean): void =>
    decide.mutate(
      {
        ...{ lines: [{ lineId: line.lineId, version: line.version }], accepts, reason: reason.trim() },
        leaveOut: accepts ? [...leaveOut] : [],
        ...(presence === undefined ? {} : { presence }),
        ...(householdId === null ? {} : { householdId }),
      },
      { onSuccess: onDecided },
    )
  const accept = (): void => {
    if (isDecidable && blocked === undefined && !decide.isPending) send(true)
  }
  const refuse = (): void => {
    if (reason.trim().length >= 2) send(false)
    else reasonInput.current?.focus()
  }
  useImperativeHandle(handle, () => ({ accept, askWhyNot: () => reasonInput.current?.focus() }))
  const toggle = (column: string, isLeft: boolean): void =>
    setLeaveOut(isLeft ? [...leaveOut, column] : leaveOut.filter((one) => one !== column))
  return (
    <section className="book-detail" aria-label="这一行">
      <h3>
        {line.group} {line.householder} 户 · {line.name || '（没有姓名）'} {line.idTail}
        {line.line !== null && <span className="quiet"> 表里第 {line.line} 行</span>}
      </h3>
      {line.doubts.map(({ code, text }) => (
        <p key={code} className="explain">
          {text}
        </p>
      ))}
      <Cells
        line={line}
        isOfRound={isOfRound}
        leaveOut={leaveOut}
        isDecidable={isDecidable}
        onToggle={toggle}
      />
      <EventFirst line={line} isDecidable={isDecidable} />
      <Numbers line={line} mayShow={mayWork} />
      {line.kind === 'removed' && isDecidable && (
        <label className="line">
          这个人怎么了
          <Select
            style={{ width: 140 }}
            placeholder="请选"
            value={presence ?? null}
            onChange={(value: string | null) => setPresence(value ?? undefined)}
            options={presenceChoices
              .filter(({ value }) => (isOfRound ? value !== 'here' : isOfRegister.includes(value)))
              .map(({ value, label }) => ({ value, label }))}
          />
        </label>
      )}
      {line.kind === 'added' && isDecidable && (
        <label className="line">
          哪一户的人
          <Select
            style={{ width: 260 }}
            placeholder="选户"
            showSearch={{ optionFilterProp: 'label' }}
            value={householdId}
            onChange={setHousehold}
            options={view.households.map((one) => ({ value: one.householdId, label: one.label }))}
          />
        </label>
      )}
      {line.status !== 'open' && <Decided line={line} />}
      {isDecidable && (
        <>
          <div className="buttons">
            <Button
              type="primary"
              disabled={blocked !== undefined}
              loading={decide.isPending}
              onClick={accept}
            >
              采（空格）
            </Button>
            <Input
              ref={reasonInput}
              style={{ width: 190 }}
              maxLength={200}
              placeholder="不采的原因"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onPressEnter={refuse}
            />
            <Button danger loading={decide.isPending} onClick={refuse}>
              不采
            </Button>
          </div>
          {blocked !== undefined && <p className="quiet">{blocked}</p>}
        </>
      )}
      {decide.isError && <ProblemAlert problem={problemOf(decide.error)} />}
    </section>
  )
}

/** What of somebody who is gone the register knows by an event. */
const isOfRegister: readonly string[] = ['dead', 'moved-out']

/** 先办事件 — a death or a move is recorded on the household's page; then the line can be taken. */
function EventFirst({ line, isDecidable }: { line: BookLine; isDecidable: boolean }): ReactNode {
  if (!line.needsEvent || !isDecidable || line.householdId === null) return null
  return (
    <p className="explain">
      死亡、迁出和恢复要先办家庭事件：
      <Link to={`/register/${line.householdId}?tab=events`}>到这一户办理</Link>
      ，办好再回来采；其他格子要先采的，把“在户情况”勾为不采。
    </p>
  )
}

/** Why a line cannot be taken as it stands, in words. */
function blockedBy(
  { kind, cells }: BookLine,
  unseen: number,
  presence: string | undefined,
  householdId: string | null,
): string | undefined {
  if (unseen > 0) return `有 ${String(unseen)} 格不能采：勾上“这一格不采”，或整行不采退回村里。`
  if (kind === 'added' && !cells.some(({ column, rule }) => column === 'name' && rule === null))
    return '没有姓名，不能采。'
  if (kind === 'added' && householdId === null) return '请先选这是哪一户的人。'
  return kind === 'removed' && presence === undefined ? '请先选这个人怎么了；还在的，写原因不采。' : undefined
}

interface CellsProps {
  readonly line: BookLine
  readonly isOfRound: boolean
  readonly leaveOut: readonly string[]
  readonly isDecidable: boolean
  onToggle(column: string, isLeft: boolean): void
}

function Cells({ line, isOfRound, leaveOut, isDecidable, onToggle }: CellsProps): ReactNode {
  if (line.cells.length === 0) return null
  return (
    <table className="book-cells">
      <thead>
        <tr>
          <th>格</th>
          <th>原</th>
          <th>新</th>
          <th>{isDecidable && '不采'}</th>
        </tr>
      </thead>
      <tbody>
        {line.cells.map(({ column, header, old, typed, ruleText, now }) => (
          <tr key={column} className={ruleText === null ? '' : 'wrong'}>
            <td>{header}</td>
            <td className="quiet">{old || '（空）'}</td>
            <td>
              {typed === '' ? '（清空）' : typed}
              {ruleText !== null && <p className="must">{ruleText}</p>}
              {now !== null && (
                <p className="explain">
                  发出以后本站已改为 {now}；
                  {isOfRound ? '采了两个值并存，由人裁定' : '采了以村里的为准，本站的值留在历史里'}
                </p>
              )}
            </td>
            <td>
              {isDecidable && (
                <Checkbox
                  aria-label={`${header}不采`}
                  checked={leaveOut.includes(column)}
                  onChange={(event) => onToggle(column, event.target.checked)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** New numbers in full, of this one line, on demand. */
function Numbers({ line, mayShow }: { readonly line: BookLine; readonly mayShow: boolean }): ReactNode {
  const reveal = useReveal(
    async (lineId: string) => ({
      value: (await client.villageBook.numbers({ lineId }))
        .map(({ header, typed }) => `${header} ${typed}`)
        .join('　'),
    }),
    () => undefined,
  )
  if (!mayShow || !line.cells.some(({ isNumber }) => isNumber)) return null
  if (reveal.data) return <p className="number">{reveal.data.value}</p>
  return (
    <p>
      <Button loading={reveal.isPending} onClick={() => reveal.mutate(line.lineId)}>
        看新号全号（留痕）
      </Button>
      {reveal.isError && <ProblemAlert problem={problemOf(reveal.error)} />}
    </p>
  )
}

function Decided({ line }: { readonly line: BookLine }): ReactNode {
  return (
    <p className={line.status === 'accepted' ? 'ties' : 'must'}>
      {line.decidedBy} {instantText(line.decidedAt)}{' '}
      {line.status === 'accepted' ? '已采' : `不采：${line.reason ?? ''}`}
    </p>
  )
}
