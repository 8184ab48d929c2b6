import { Alert, Button, Form, Input, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ExtractDefinition } from '../../../src-main/domain/extract-definition.ts'
import type { JobInput } from '../../../src-main/contract/job.ts'
import { useHasRole } from '../../app/who.tsx'
import { saveFile } from '../../api/files.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { countText } from '../../format/amount.ts'

type Typed = Pick<JobInput<'extract.export'>, 'title' | 'format' | 'reason' | 'recipient'>

/** 出表 — the masked file at once; whole numbers only as an application a second person decides. */
export function ExportActions({ definition }: { readonly definition: ExtractDefinition }): ReactNode {
  const [form] = Form.useForm<Typed>()
  const [isFull, setFull] = useState(false)
  const make = useJob('extract.export')
  const ask = useJob('extract.ask-full')
  const mayAsk = useHasRole('clerk', 'reviewer', 'approver')
  const send = (typed: Typed): void => {
    const wanted = { ...typed, recipient: typed.recipient ?? '', definition }
    if (isFull) ask.start(wanted)
    else make.start(wanted)
  }
  return (
    <>
      <Form<Typed>
        form={form}
        layout="inline"
        requiredMark={false}
        className="extract-export"
        initialValues={{ format: 'xlsx' }}
        onFinish={send}
      >
        <Form.Item name="title" label="表名" rules={[{ required: true, min: 2, message: '请填表名' }]}>
          <Input style={{ width: 170 }} maxLength={40} placeholder="如：八十岁以上老人名单" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="用途"
          rules={[{ required: true, min: 2, message: '请填用途，会留痕' }]}
        >
          <Input style={{ width: 150 }} maxLength={200} />
        </Form.Item>
        <Form.Item
          name="recipient"
          label="提供给"
          rules={isFull ? [{ required: true, min: 2, message: '请填提供给谁' }] : []}
        >
          <Input style={{ width: 110 }} maxLength={60} placeholder={isFull ? '' : '自用可空'} />
        </Form.Item>
        <Form.Item name="format">
          <Radio.Group options={['xlsx', 'csv']} />
        </Form.Item>
        <span className="buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={make.isRunning}
            disabled={definition.columns.length === 0}
            onClick={() => setFull(false)}
          >
            出表（脱敏）
          </Button>
          {mayAsk && (
            <Button
              htmlType="submit"
              loading={ask.isRunning}
              disabled={definition.columns.length === 0}
              onClick={() => setFull(true)}
            >
              申请全号…
            </Button>
          )}
        </span>
      </Form>
      <JobProgress title="正在出表" view={make.view} onCancel={make.cancel} onClose={make.clear} />
      <JobProgress title="正在准备申请" view={ask.view} onCancel={ask.cancel} onClose={ask.clear} />
      {make.result && <Made result={make.result} onClose={make.clear} />}
      {ask.result && (
        <Alert
          type="info"
          showIcon
          title={`已申请全号导出 ${countText(ask.result.rows)} 行，等第二人同意。`}
          description="请一位审核人或负责人在“全号导出”里看过列、条件和用途，输入本人密码确认；同意后 24 小时内由您生成加密件。"
          closable={{ onClose: ask.clear }}
        />
      )}
    </>
  )
}

interface MadeProps {
  readonly result: NonNullable<ReturnType<typeof useJob<'extract.export'>>['result']>
  onClose(): void
}

function Made({ result, onClose }: MadeProps): ReactNode {
  return (
    <Alert
      type="success"
      showIcon
      title={`已出表 ${countText(result.rows)} 行、${countText(result.people)} 人，流水号 ${result.serial}。`}
      action={
        <Button type="primary" onClick={() => void saveFile(result.file)}>
          另存
        </Button>
      }
      closable={{ onClose }}
    />
  )
}
