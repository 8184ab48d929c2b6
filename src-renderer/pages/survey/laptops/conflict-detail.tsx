import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useHasRole } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { shortInstantText } from '../../../format/instant.ts'
import type { Conflict } from './conflict-pane.tsx'
import { EditHistory } from './edit-history.tsx'
import { useChoiceKeys } from './use-choice-keys.ts'
import { useOpenConflict } from './use-open-conflict.ts'

interface Props {
  readonly row: Conflict
  onDecided(): void
}

/** 一处冲突 — who said what when on which machine, and what the register says; 1, 2 … choose, T types another. */
export function ConflictDetail({ row, onDecided }: Props): ReactNode {
  const { taskId, subject, field } = row
  const mayDecide = useHasRole('clerk')
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const { whole, error } = useOpenConflict(row, mayDecide)
  const resolve = useCommand(client.fieldwork.resolve)
  const shown = whole ?? row
  const decide = (choice: { editId: string } | { typed: string }): void => {
    if (!mayDecide || resolve.isPending || whole == null) return
    resolve.mutate({ taskId, subject, field, heads: [...whole.heads], choice }, { onSuccess: onDecided })
  }
  useChoiceKeys(!isTyping && !isHistoryOpen, {
    choose: (index) => {
      const side = shown.sides[index]
      if (side) decide({ editId: side.editId })
    },
    type: () => setTyping(true),
  })
  return (
    <section className="conflict" aria-label="裁定">
      <h3>
        {row.villageName}
        {row.groupName} {row.householderName ?? '户主待补'}户：{shown.subjectLabel}的“{shown.fieldLabel}”
      </h3>
      <ol className="sides">
        {shown.sides.map((side, index) => (
          <li key={side.editId}>
            <button
              type="button"
              className="side-choice"
              disabled={!mayDecide}
              onClick={() => decide({ editId: side.editId })}
            >
              <kbd>{index + 1}</kbd>
              <b className="number">{side.text}</b>
              <span className="quiet">
                {side.by} · {side.machineName} · {shortInstantText(side.at)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {shown.register !== null && (
        <p>
          登记簿现在是：<b className="number">{shown.register}</b>
        </p>
      )}
      {mayDecide && !isTyping && (
        <p className="quiet">
          按 <kbd>1</kbd> <kbd>2</kbd> 选用，<kbd>T</kbd> 另填一个，<kbd>↑</kbd> <kbd>↓</kbd>{' '}
          换一处。没选上的说法照样留着，可以再查。
        </p>
      )}
      {isTyping && (
        <span className="line">
          <Typed
            value={typed}
            choices={shown.choices}
            onChange={setTyped}
            onEnter={() => decide({ typed })}
          />
          <Button type="primary" loading={resolve.isPending} onClick={() => decide({ typed })}>
            用这个
          </Button>
          <Button onClick={() => setTyping(false)}>取消</Button>
        </span>
      )}
      {error !== undefined && <ProblemAlert problem={problemOf(error)} />}
      {resolve.isError && <ProblemAlert problem={problemOf(resolve.error)} />}
      <span className="line">
        {mayDecide && !isTyping && <Button onClick={() => setTyping(true)}>另填一个（T）</Button>}
        <Button onClick={() => setHistoryOpen(true)}>本户录入沿革</Button>
        <Link to={`/survey/task/${taskId}`}>打开这一户</Link>
      </span>
      <EditHistory of={isHistoryOpen ? { taskId } : undefined} onClose={() => setHistoryOpen(false)} />
    </section>
  )
}

interface TypedProps {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  onChange(value: string): void
  onEnter(): void
}

function Typed({ value, choices, onChange, onEnter }: TypedProps): ReactNode {
  if (choices.length > 0)
    return (
      <Select
        autoFocus
        defaultOpen
        aria-label="另填一个"
        style={{ width: 220 }}
        value={value === '' ? null : value}
        options={[...choices]}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    )
  return (
    <Input
      autoFocus
      aria-label="另填一个"
      style={{ width: 260 }}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
      onPressEnter={onEnter}
    />
  )
}
