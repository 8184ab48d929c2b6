import { Button, Drawer, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FilePick } from '../../app/file-pick.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { muText, yuanText } from '../../format/amount.ts'
import type { Drawn } from './recheck-tab.tsx'

type Typed = Omit<Inputs['review']['recordRecheck'], 'applicationId' | 'version'>

const outcomes = { confirmed: '与申报一致', contradicted: '与申报不一致' } as const
const modes = { 'on-site': '入户', phone: '电话', video: '视频' } as const
const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

interface Props {
  readonly record: Drawn
  onClose(): void
}

/** 一笔抽查 — what was found last, and the form for what was found now. */
export function RecheckDrawer({ record, onClose }: Props): ReactNode {
  return (
    <Drawer open title={`抽查复核：${record.name}`} size={460} onClose={onClose}>
      <p>{aboutOf(record)}</p>
      {record.outcome !== null && <Found record={record} outcome={record.outcome} />}
      {record.mayRecord && record.state === 'open' && <RecheckForm record={record} onDone={onClose} />}
      {record.isConcerned && <p className="quiet">您录入、改过账户或审过这一笔，须由没有经手的人复核。</p>}
      {record.state === 'contradicted' && (
        <p className="must">复核不一致：请审核人在“资格初审”里退回补正，重新通过后再复核。</p>
      )}
      {record.state === 'not-due' && <p className="quiet">这一笔已退回，重新通过初审后再复核。</p>}
    </Drawer>
  )
}

function aboutOf({ villageName, groupName, idTail, areaCentiMu, amountFen }: Drawn): string {
  const figures = `${muText(areaCentiMu)} 亩，${yuanText(amountFen)} 元`
  return `${villageName}${groupName}，证号…${idTail}，${figures}`
}

function Found({
  record,
  outcome,
}: {
  readonly record: Drawn
  readonly outcome: keyof typeof outcomes
}): ReactNode {
  const download = useFileDownload(client.review.recheckFile)
  return (
    <div className="rebuttal">
      <p>
        <b>{outcomes[outcome]}</b>：{record.statement}{' '}
        <Button
          type="link"
          size="small"
          onClick={() => download.mutate({ applicationId: record.applicationId })}
        >
          看证据
        </Button>
      </p>
      <p className="quiet">
        {record.doneOn} {record.doneBy} {record.mode !== null && modes[record.mode]}
      </p>
      {download.isError && <ProblemAlert problem={problemOf(download.error)} />}
    </div>
  )
}

function RecheckForm({ record, onDone }: { readonly record: Drawn; onDone(): void }): ReactNode {
  const save = useCommand(client.review.recordRecheck)
  const [form] = Form.useForm<Typed>()
  const { applicationId, version } = record
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ mode: 'on-site' }}
      onFinish={(typed) =>
        save.mutate({ applicationId, version, ...typed }, { onSuccess: onDone, onError: markFields(form) })
      }
    >
      <Form.Item name="outcome" label="复核结果" rules={[{ required: true, message: '选一项' }]}>
        <Radio.Group options={optionsOf(outcomes)} />
      </Form.Item>
      <Form.Item name="mode" label="复核方式">
        <Radio.Group options={optionsOf(modes)} />
      </Form.Item>
      <Form.Item name="doneOn" label="复核日期" rules={[{ required: true, message: '填复核当天' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="statement"
        label="看到什么"
        rules={[{ required: true, min: 5, message: '写明核对了什么、结果怎样' }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2 }}
          maxLength={500}
          placeholder="如：入户丈量 3.2 亩，本人种，与申报一致"
        />
      </Form.Item>
      <Form.Item name="fileToken" label="证据" rules={[{ required: true, message: '选照片或扫描件' }]}>
        <FilePick purpose="image" />
      </Form.Item>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          登记复核结果
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
