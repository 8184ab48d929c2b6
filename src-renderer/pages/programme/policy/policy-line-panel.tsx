import { Button, Form, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole, useWho } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { affectedText, fieldLabels, kindLabels, type PolicyRow } from './policy.ts'
import { PolicyLineForm } from './policy-line-form.tsx'

interface Props {
  /** Null for a programme that is still to be typed. */
  readonly row: PolicyRow | null
  onDone(programmeCode: string | null): void
}

const shownFields = ['department', 'beneficiaries', 'rateText', 'unit', 'cycle', 'basis', 'phone'] as const

/** What the list says of one programme, beside what it said before; a clerk changes it with a reason. */
export function PolicyLinePanel({ row, onDone }: Props): ReactNode {
  const [way, setWay] = useState<'read' | 'edit' | 'drop'>('read')
  const isClerk = useHasRole('clerk')
  if (row === null || way === 'edit')
    return (
      <PolicyLineForm
        row={row}
        onDone={(code) => (setWay('read'), onDone(code ?? row?.programmeCode ?? null))}
      />
    )
  return (
    <>
      {row.difference && <Standing row={row} />}
      {row.line && <Facts row={row} line={row.line} />}
      {isClerk && way === 'read' && (
        <div className="buttons">
          <Button onClick={() => setWay('edit')}>{row.line ? '改' : '重新列入'}</Button>
          {row.line && <Button onClick={() => setWay('drop')}>移出清单…</Button>}
          <span className="quiet">改动另成一版，启用前现行清单不变。</span>
        </div>
      )}
      {way === 'drop' && <DropForm programmeCode={row.programmeCode} onDone={() => setWay('read')} />}
    </>
  )
}

function Standing({ row: { difference, line } }: { readonly row: PolicyRow }): ReactNode {
  if (difference === null) return null
  const affected = affectedText(difference)
  return (
    <p>
      <Tag>{kindLabels[difference.kind]}</Tag>
      {difference.reason}
      {affected !== '' && <b>{affected}</b>}
      {difference.terms === 'rate-differs' && line !== null && (
        <span>：请按清单录入新一版条款，由第二人启用；已算的要退回重算，已张榜的要重新公示。</span>
      )}
      {difference.terms === 'off-list' && <span>：不在清单上的项目不再新办，已办的请与主管部门核对。</span>}
    </p>
  )
}

interface FactsProps {
  readonly row: PolicyRow
  readonly line: NonNullable<PolicyRow['line']>
}

function Facts({ row, line }: FactsProps): ReactNode {
  const before = (field: (typeof shownFields)[number]) =>
    row.difference?.changes.find((change) => change.field === field)?.before
  return (
    <dl className="facts">
      <dt>{fieldLabels.rateYuan}</dt>
      <dd>{line.rateYuan === null ? '待定标准，不算钱' : `${line.rateYuan} 元／${line.unit}`}</dd>
      {shownFields.map((field) => (
        <Fact key={field} label={fieldLabels[field]} text={line[field]} before={before(field)} />
      ))}
      <dt>来源</dt>
      <dd>
        {line.sourceLine === null ? '逐条录入' : `表内第 ${String(line.sourceLine)} 行`}，{line.editedBy}
        {line.reason !== '' && `：${line.reason}`}
      </dd>
    </dl>
  )
}

function Fact(props: { label: string; text: string; before: string | undefined }): ReactNode {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {props.before !== undefined && <del>{props.before || '（空）'}</del>} {props.text || '—'}
      </dd>
    </>
  )
}

function DropForm({ programmeCode, onDone }: { programmeCode: string; onDone(): void }): ReactNode {
  const { year } = useWho()
  const drop = useCommand(client.policy.dropLine)
  return (
    <Form<{ reason: string }>
      onFinish={({ reason }) => drop.mutate({ year, programmeCode, reason }, { onSuccess: onDone })}
    >
      <Form.Item name="reason" label="移出原因" rules={[{ required: true, min: 2, message: '写明依据' }]}>
        <ReasonInput />
      </Form.Item>
      {drop.isError && <ProblemAlert problem={problemOf(drop.error)} />}
      <div className="buttons">
        <Button danger htmlType="submit" loading={drop.isPending}>
          移出
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
