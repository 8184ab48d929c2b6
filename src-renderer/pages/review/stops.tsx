import { Button, Modal, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { stopKindLabels, stopReasonLabels, stopStateLabels } from '../../../src-main/wording/stop-labels.ts'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useHasRole } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { yuanText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import type { ReviewRecord } from './finding-detail.tsx'
import { FixForm } from './fix-form.tsx'
import { RecoveredForm } from './recovered-form.tsx'
import { StopForm } from './stop-form.tsx'

type Stop = ReviewRecord['stops'][number]

/** 停发、中止 of one record: what was proposed and decided, what is owed, and the way back. */
export function Stops({ record }: { readonly record: ReviewRecord }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const { stops, mayPropose } = record
  const waits = stops.some(({ state }) => state === 'proposed')
  const mayBegin = mayPropose.length > 0 && !waits && record.status !== 'returned'
  if (stops.length === 0 && !mayBegin) return null
  return (
    <section className="stops" aria-label="停发、中止">
      <h3>停发、中止</h3>
      {stops.map((stop) => (
        <OneStop key={stop.stopId} stop={stop} />
      ))}
      {record.status === 'suspended' && <Resume record={record} />}
      {mayBegin && (
        <Button size="small" onClick={() => setOpen(true)}>
          登记停发、中止…
        </Button>
      )}
      <Modal
        open={isOpen}
        title={`登记停发、中止：${record.name}`}
        footer={null}
        width={600}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <StopForm record={record} onDone={() => setOpen(false)} />
      </Modal>
    </section>
  )
}

function OneStop({ stop }: { readonly stop: Stop }): ReactNode {
  const download = useFileDownload(client.stop.file)
  const { kind, reasonCode, statement, state, dueMonth, stoppedMonth } = stop
  return (
    <div className="one-stop">
      <p>
        <Tag>{stopStateLabels[state]}</Tag>
        {stopKindLabels[kind]} {stopReasonLabels[reasonCode]}：{statement}
      </p>
      <p>
        应停 {dueMonth} 月，实停 {monthText(stoppedMonth)}
        {kind === 'stop' && `，${owedText(stop)}`}
        {stop.hasFile && (
          <Button type="link" size="small" onClick={() => download.mutate({ stopId: stop.stopId })}>
            看依据
          </Button>
        )}
      </p>
      <p className="quiet">
        {stop.proposedBy} {instantText(stop.proposedAt)} 登记
        {stop.decidedBy !== null &&
          `；${stop.decidedBy} ${instantText(stop.decidedAt)} ${stopStateLabels[state]}`}
        {stop.decidedReason !== '' && `：${stop.decidedReason}`}
      </p>
      {stop.mayDecide && <Decide stop={stop} />}
      {stop.mayFix && <FixForm stop={stop} />}
      {state === 'confirmed' && <RecoveredForm stop={stop} />}
      {download.isError && <ProblemAlert problem={problemOf(download.error)} />}
    </div>
  )
}

export function monthText(month: number): string {
  return month === 13 ? '没有停过' : `${String(month)} 月`
}

export function owedText({ recoverFen, missing, months, byHand, basis, recoveredFen }: Stop): string {
  if (recoverFen === null) return `追缴金额无法计算，缺：${missing.join('、')}`
  if (recoverFen === 0) return '没有多发'
  const how = byHand ? `手工核定：${basis}` : `${String(months ?? 0)} 个月`
  const back = recoveredFen === 0 ? '' : `，已追回 ${yuanText(recoveredFen)} 元`
  return `应追缴 ${yuanText(recoverFen)} 元（${how}）${back}`
}

function Decide({ stop }: { readonly stop: Stop }): ReactNode {
  const decide = useCommand(client.stop.decide)
  const [reason, setReason] = useState('')
  const take = (decision: 'confirmed' | 'declined'): void =>
    decide.mutate({ stopId: stop.stopId, decision, reason: reason.trim() })
  return (
    <div className="line">
      <ReasonInput
        aria-label="确认意见"
        placeholder="不同意的写明原因"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        style={{ width: 160 }}
      />
      <Button size="small" type="primary" loading={decide.isPending} onClick={() => take('confirmed')}>
        核实属实，确认
      </Button>
      <Button size="small" disabled={reason.trim().length < 2} onClick={() => take('declined')}>
        不同意
      </Button>
      {decide.isError && <ProblemAlert problem={problemOf(decide.error)} />}
    </div>
  )
}

function Resume({ record }: { readonly record: ReviewRecord }): ReactNode {
  const resume = useCommand(client.stop.resume)
  const [reason, setReason] = useState('')
  const mayResume = useHasRole('clerk', 'reviewer')
  if (!mayResume) return null
  const { applicationId, version } = record
  return (
    <div className="line">
      <ReasonInput
        aria-label="恢复依据"
        placeholder="恢复依据，如：已补认证"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        style={{ width: 200 }}
      />
      <Button
        size="small"
        disabled={reason.trim().length < 2}
        loading={resume.isPending}
        onClick={() => resume.mutate({ applicationId, version, reason: reason.trim() })}
      >
        恢复，退回补正月份
      </Button>
      {resume.isError && <ProblemAlert problem={problemOf(resume.error)} />}
    </div>
  )
}
