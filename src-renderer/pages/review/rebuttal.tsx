import { Button, Form, Input, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { FilePick } from '../../app/file-pick.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { instantText } from '../../format/instant.ts'
import type { FindingView } from './finding-detail.tsx'

const stateLabels = { proposed: '待第二人确认', confirmed: '已核实不属实', declined: '未获认可' } as const
const stateColors = { proposed: 'warning', confirmed: 'success', declined: 'default' } as const

/** 核实不属实 — the way past a hit that is not true: one person with evidence, another who confirms. */
export function Rebuttal({ finding }: { readonly finding: FindingView }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {finding.rebuttal && <Said rebuttal={finding.rebuttal} />}
      {finding.mayRebut && !isOpen && (
        <Button size="small" onClick={() => setOpen(true)}>
          核实不属实…
        </Button>
      )}
      {isOpen && <RebuttalForm findingId={finding.findingId} onDone={() => setOpen(false)} />}
    </>
  )
}

function Said({ rebuttal }: { readonly rebuttal: NonNullable<FindingView['rebuttal']> }): ReactNode {
  const download = useFileDownload(client.review.rebuttalFile)
  return (
    <div className="rebuttal">
      <p>
        <Tag color={stateColors[rebuttal.state]}>{stateLabels[rebuttal.state]}</Tag>
        {rebuttal.statement}{' '}
        <Button type="link" size="small" onClick={() => download.mutate({ rebuttalId: rebuttal.rebuttalId })}>
          看证据
        </Button>
      </p>
      <p className="quiet">
        {rebuttal.proposedBy} {instantText(rebuttal.proposedAt)} 登记
        {rebuttal.decidedBy !== null && `；${rebuttal.decidedBy} ${stateLabels[rebuttal.state]}`}
        {rebuttal.decidedReason !== '' && `：${rebuttal.decidedReason}`}
      </p>
      {download.isError && <ProblemAlert problem={problemOf(download.error)} />}
      {rebuttal.mayDecide && <Decision rebuttalId={rebuttal.rebuttalId} />}
    </div>
  )
}

function Decision({ rebuttalId }: { readonly rebuttalId: string }): ReactNode {
  const decide = useCommand(client.review.decideRebuttal)
  const [reason, setReason] = useState('')
  return (
    <div className="line">
      <ReasonInput
        aria-label="确认意见"
        placeholder="确认意见（不认可须写）"
        style={{ width: 180 }}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        size="small"
        type="primary"
        loading={decide.isPending}
        onClick={() => decide.mutate({ rebuttalId, decision: 'confirmed', reason })}
      >
        证据属实，确认
      </Button>
      <Button
        size="small"
        disabled={reason.trim().length < 2}
        onClick={() => decide.mutate({ rebuttalId, decision: 'declined', reason })}
      >
        不认可
      </Button>
      {decide.isError && <ProblemAlert problem={problemOf(decide.error)} />}
    </div>
  )
}

type Typed = Omit<Inputs['review']['rebut'], 'findingId'>

function RebuttalForm(props: { readonly findingId: string; onDone(): void }): ReactNode {
  const rebut = useCommand(client.review.rebut)
  const [form] = Form.useForm<Typed>()
  return (
    <Form<Typed>
      form={form}
      className="rebuttal"
      requiredMark={false}
      onFinish={(typed) =>
        rebut.mutate(
          { findingId: props.findingId, ...typed },
          { onSuccess: props.onDone, onError: markFields(form) },
        )
      }
    >
      <Form.Item
        name="statement"
        label="核实情况"
        rules={[{ required: true, min: 5, message: '写明怎么核实、为什么不属实' }]}
      >
        <Input.TextArea autoFocus autoSize maxLength={500} placeholder="如：名单上是同号的另一人，见户口本" />
      </Form.Item>
      <Form.Item name="fileToken" label="证据" rules={[{ required: true, message: '选照片或扫描件' }]}>
        <FilePick purpose="image" />
      </Form.Item>
      {rebut.isError && <ProblemAlert problem={problemOf(rebut.error)} />}
      <div className="buttons">
        <Button size="small" type="primary" htmlType="submit" loading={rebut.isPending}>
          登记，等第二人确认
        </Button>
        <Button size="small" onClick={props.onDone}>
          取消
        </Button>
      </div>
    </Form>
  )
}
