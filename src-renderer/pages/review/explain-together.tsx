import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type Row = Outputs['review']['sameCause']['rows'][number]

interface Props {
  readonly findingId: string
  onClose(): void
}

/** 同因疑点一起说明 — the findings of the same check and list, one text for those that are ticked. */
export function ExplainTogether({ findingId, onClose }: Props): ReactNode {
  const shown = useQuery(calls.review.sameCause.queryOptions({ input: { findingId } }))
  return (
    <Drawer open title="同因疑点一起说明" size={720} onClose={onClose}>
      {shown.isError && <ProblemAlert problem={problemOf(shown.error)} />}
      {shown.data && <ExplainForm rows={shown.data.rows} onDone={onClose} />}
    </Drawer>
  )
}

function ExplainForm({ rows, onDone }: { readonly rows: readonly Row[]; onDone(): void }): ReactNode {
  const [chosen, setChosen] = useState(() => new Set(rows.filter(isWaiting).map((row) => row.findingId)))
  const [statement, setStatement] = useState('')
  const explain = useCommand(client.review.explain)
  const open = rows.filter((row) => !row.isOwn && !row.isExplained)
  const isReady = chosen.size > 0 && statement.trim().length >= 5 && !explain.isPending
  const save = (approve: boolean): void => {
    if (isReady) explain.mutate({ findingIds: [...chosen], statement, approve }, { onSuccess: onDone })
  }
  const all = (isOn: boolean): void => setChosen(new Set(isOn ? open.map((row) => row.findingId) : []))
  const tick = (id: string, isOn: boolean): void =>
    setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  return (
    <div className="explain-together">
      <Checkbox
        checked={open.length > 0 && chosen.size === open.length}
        indeterminate={chosen.size > 0 && chosen.size < open.length}
        disabled={open.length === 0}
        onChange={({ target }) => all(target.checked)}
      >
        全选（已选 {chosen.size} 条，共 {rows.length} 条同因）
      </Checkbox>
      <ul tabIndex={0} aria-label="同因疑点">
        {rows.map((row) => (
          <li key={row.findingId}>
            <Checkbox
              checked={chosen.has(row.findingId)}
              disabled={row.isOwn || row.isExplained}
              onChange={({ target }) => tick(row.findingId, target.checked)}
            >
              <b>{row.name}</b> …{row.idTail}，{row.villageName}
              {row.groupName} <span className="quiet">{noteOf(row)}</span>
            </Checkbox>
            <p className="quiet">{row.detail}</p>
          </li>
        ))}
      </ul>
      <Input.TextArea
        aria-label="说明"
        placeholder="怎么核实、为什么可以：这段话会分别记到每一条上（Ctrl+Enter 说明并通过）"
        rows={3}
        maxLength={500}
        value={statement}
        onChange={({ target }) => setStatement(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && save(true)}
      />
      {explain.isError && <ProblemAlert problem={problemOf(explain.error)} />}
      <div className="buttons">
        <Button type="primary" disabled={!isReady} loading={explain.isPending} onClick={() => save(true)}>
          说明并通过
        </Button>
        <Button disabled={!isReady} onClick={() => save(false)}>
          只说明
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
      <p className="quiet">还有别的疑点没有说明、有拦截级疑点，或要先听取意见的，只记说明，不会通过。</p>
    </div>
  )
}

function isWaiting(row: Row): boolean {
  return row.status === 'submitted' && !row.isOwn && !row.isExplained
}

function noteOf(row: Row): string {
  if (row.isExplained) return '已说明'
  if (row.isOwn) return '您录入的，不能由您说明'
  return statusLabels[row.status]
}
