import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { objectionOutcomeLabels, objectionWayLabels } from '../../../src-main/wording/objection-labels.ts'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { AnswerForm } from './answer-form.tsx'
import { InquiryForm } from './inquiry-form.tsx'
import type { Notice } from './notice.ts'
import { ObjectionForm } from './objection-form.tsx'

export type Objection = Outputs['objection']['list'][number]
type Inquiry = Objection['inquiries'][number]

/** 异议 — of the lines of one notice: taken down, looked into by two others, answered by the approver. */
export function Objections({ notice }: { readonly notice: Notice }): ReactNode {
  const { publicityId, status } = notice
  const list = useQuery(calls.objection.list.queryOptions({ input: { publicityId } }))
  const [isRecording, setRecording] = useState(false)
  const mayRecord = useHasRole('clerk', 'reviewer', 'approver', 'complaints-officer') && status === 'posted'
  const rows = list.data ?? []
  return (
    <div className="objections">
      <div className="line">
        <h4>异议</h4>
        {list.data && rows.length === 0 && <span className="quiet">没有收到异议。</span>}
        {mayRecord && (
          <Button size="small" onClick={() => setRecording(true)}>
            登记异议…
          </Button>
        )}
      </div>
      {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
      {rows.map((row) => (
        <One key={row.objectionId} objection={row} />
      ))}
      {isRecording && <ObjectionForm notice={notice} onClose={() => setRecording(false)} />}
    </div>
  )
}

function One({ objection }: { readonly objection: Objection }): ReactNode {
  const [open, setOpen] = useState<'inquiry' | 'answer'>()
  const { lineNo, printedName, way, receivedOn, statement, inquiries, mayInvestigate, mayDecide } = objection
  const close = (): void => setOpen(undefined)
  return (
    <article className="objection">
      <p>
        <b>
          第 {lineNo} 行 {printedName}
        </b>{' '}
        <State objection={objection} />
      </p>
      <p>
        {receivedOn} {objectionWayLabels[way]}，{whoText(objection)}：{statement}
        <span className="quiet">（{objection.recordedBy} 登记）</span>
      </p>
      {inquiries.map((inquiry) => (
        <InquiryLine key={inquiry.inquiryId} inquiry={inquiry} />
      ))}
      {objection.outcome !== null && (
        <p>
          {instantText(objection.closedAt ?? '')} {objection.closedBy} 答复：{objection.answer}{' '}
          <AnswerSheet objectionId={objection.objectionId} />
        </p>
      )}
      {objection.whyNot !== null && <p className="explain">{objection.whyNot}</p>}
      <div className="buttons">
        {mayInvestigate && <Button onClick={() => setOpen('inquiry')}>登记核查…</Button>}
        {mayDecide && (
          <Button type="primary" onClick={() => setOpen('answer')}>
            签批答复…
          </Button>
        )}
      </div>
      {open === 'inquiry' && <InquiryForm objection={objection} onClose={close} />}
      {open === 'answer' && <AnswerForm objection={objection} onClose={close} />}
    </article>
  )
}

function whoText({ objector, isProtected }: Objection): string {
  if (objector === null) return '异议人身份保密'
  const named = [objector.name || '未留姓名', objector.phone].filter((part) => part !== '').join(' ')
  return isProtected ? `${named}（受保护）` : named
}

function State({ objection }: { readonly objection: Objection }): ReactNode {
  const { today } = useWho().state
  const { outcome, dueOn, inquiries } = objection
  if (outcome !== null)
    return <Tag color={outcome === 'upheld' ? 'warning' : 'default'}>{objectionOutcomeLabels[outcome]}</Tag>
  const waits = inquiries.some(({ state }) => state === 'proposed')
  return (
    <>
      <Tag color="processing">{waits ? '待签批' : '待核查'}</Tag>
      <span className={dueOn < today ? 'must' : 'quiet'}>
        {dueOn < today ? `应于 ${dueOn} 前答复，已超期` : `须 ${dueOn} 前答复`}
      </span>
    </>
  )
}

function AnswerSheet({ objectionId }: { readonly objectionId: string }): ReactNode {
  const mayPrint = useHasRole('clerk', 'reviewer', 'approver', 'complaints-officer')
  const print = useFileDownload(async (input: { objectionId: string }) => {
    const { file } = await client.objection.answerSheet(input)
    return file
  })
  if (!mayPrint) return null
  return (
    <>
      <Button size="small" loading={print.isPending} onClick={() => print.mutate({ objectionId })}>
        打印答复书
      </Button>
      {print.isError && <ProblemAlert problem={problemOf(print.error)} />}
    </>
  )
}

function InquiryLine({ inquiry }: { readonly inquiry: Inquiry }): ReactNode {
  const file = useFileDownload(client.objection.file)
  const { inquiryId, doneOn, investigators, outcome, finding, state, decidedBy, decidedReason } = inquiry
  return (
    <p>
      {doneOn} {investigators.join('、')} 核查：{objectionOutcomeLabels[outcome]}。{finding}
      {inquiry.hasFile && (
        <Button type="link" size="small" onClick={() => file.mutate({ inquiryId })}>
          核查材料
        </Button>
      )}
      {state === 'declined' && (
        <span className="explain">
          {decidedBy} 退回重新核查：{decidedReason}
        </span>
      )}
      {file.isError && <ProblemAlert problem={problemOf(file.error)} />}
    </p>
  )
}
