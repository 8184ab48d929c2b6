import { Button, Input, type GetRef } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { client, type Inputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { DeathPath } from './death-path.tsx'
import type { ReviewRecord } from './finding-detail.tsx'
import { useLetterKeys } from '../../app/use-letter-keys.ts'

type Decision = Inputs['review']['decide']['decision']

interface Props {
  readonly record: ReviewRecord
  onNext(): void
  onPrevious(): void
}

/** 处理 — who may not decide is told before the click; a return or refusal needs its reason. */
export function DecisionForm({ record, onNext, onPrevious }: Props): ReactNode {
  const [reason, setReason] = useState('')
  const reasonBox = useRef<GetRef<typeof Input.TextArea>>(null)
  const decide = useCommand(client.review.decide)
  const mustReturn = record.details.some(
    (finding) => finding.severity === 'block' && finding.rebuttal?.state !== 'confirmed',
  )
  const needsReason = record.details.some(
    (finding) => finding.severity === 'explain' && finding.explanation === null,
  )
  const hasReason = reason.trim().length >= 2
  const problem = decide.isError ? problemOf(decide.error) : undefined
  // what stood in the way has been done below the refusal
  const isHeardSince = isHeardNow(problem?.code, record)
  const may = record.mayDecide && !decide.isPending
  const choices = {
    approve: may && !mustReturn && (!needsReason || hasReason),
    return: record.mayReturn && !decide.isPending && hasReason,
    decline: may && hasReason,
  }
  const take = (decision: Decision): void => {
    if (!choices[decision]) return
    const { applicationId, version } = record
    decide.mutate({ applicationId, version, decision, reason }, { onSuccess: onNext })
  }
  // A key that lacks only its reason leads to where the reason is written.
  const press = (decision: Decision): void => {
    const lacksReason = may && !hasReason && (decision !== 'approve' || (needsReason && !mustReturn))
    if (lacksReason) reasonBox.current?.focus()
    else take(decision)
  }
  useLetterKeys({
    p: () => press('approve'),
    r: () => press('return'),
    n: () => press('decline'),
    ArrowDown: onNext,
    ArrowUp: onPrevious,
  })
  return (
    <section className="decide">
      <h3>处理</h3>
      <DeathPath record={record} />
      <Input.TextArea
        ref={reasonBox}
        aria-label="核实意见或退回原因"
        placeholder={
          needsReason
            ? '有须说明的疑点：通过也要写明核实情况'
            : '退回、不通过须写明原因；Esc 离开输入框后可用快捷键'
        }
        rows={3}
        maxLength={500}
        value={reason}
        disabled={!record.mayReturn}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {problem !== undefined && !isHeardSince && <ProblemAlert problem={problem} />}
      <div className="buttons">
        <Button
          type={mustReturn ? 'default' : 'primary'}
          disabled={!choices.approve}
          onClick={() => take('approve')}
        >
          通过 P
        </Button>
        <Button
          type={mustReturn ? 'primary' : 'default'}
          disabled={!choices.return}
          onClick={() => take('return')}
        >
          退回补正 R
        </Button>
        <Button danger disabled={!choices.decline} onClick={() => take('decline')}>
          不通过 N
        </Button>
        <Button onClick={onNext}>下一条 ↓</Button>
      </div>
      {record.mayDecide && mustReturn && <p className="must">有拦截级疑点，不能直接通过。</p>}
      <p className="quiet">
        录入人：{record.enteredBy}。{record.whyMayNotDecide ?? '本人录入的、本人近亲属的不能由本人审核。'}
      </p>
    </section>
  )
}

function isHeardNow(refused: string | undefined, { hearings }: ReviewRecord): boolean {
  const isUnheard = refused === 'review.not-heard' || refused === 'review.own-hearing'
  return isUnheard && hearings?.toStop === 'heard'
}
