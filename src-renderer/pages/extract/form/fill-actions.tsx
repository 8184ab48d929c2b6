import { Alert, Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { saveFile } from '../../../api/files.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { countText } from '../../../format/amount.ts'
import type { FormFill } from './form.ts'

interface Typed {
  readonly reason: string
  readonly recipient?: string
}

/** 填表 — the masked form at once; whole numbers only as an application a second person decides. */
export function FillActions({
  fill,
  fileName,
}: {
  readonly fill: FormFill
  readonly fileName: string
}): ReactNode {
  const [isFull, setFull] = useState(false)
  const make = useJob('form.fill')
  const ask = useJob('form.ask-full')
  const send = ({ reason, recipient = '' }: Typed): void => {
    const title = fileName
      .replace(/\.[^.]*$/, '')
      .slice(0, 40)
      .padEnd(2, '表')
    if (isFull) ask.start({ fill, title, reason, recipient })
    else make.start({ fill, reason, recipient })
  }
  return (
    <>
      <Form<Typed> layout="inline" requiredMark={false} className="extract-export" onFinish={send}>
        <Form.Item
          name="reason"
          label="用途"
          rules={[{ required: true, min: 2, message: '请填用途，会留痕' }]}
        >
          <Input style={{ width: 170 }} maxLength={200} />
        </Form.Item>
        <Form.Item
          name="recipient"
          label="提供给"
          rules={isFull ? [{ required: true, min: 2, message: '请填提供给谁' }] : []}
        >
          <Input style={{ width: 130 }} maxLength={60} />
        </Form.Item>
        <span className="buttons">
          <Button type="primary" htmlType="submit" loading={make.isRunning} onClick={() => setFull(false)}>
            填表（脱敏）
          </Button>
          <Button htmlType="submit" loading={ask.isRunning} onClick={() => setFull(true)}>
            申请全号…
          </Button>
        </span>
      </Form>
      <JobProgress title="正在填表" view={make.view} onCancel={make.cancel} onClose={make.clear} />
      <JobProgress title="正在准备申请" view={ask.view} onCancel={ask.cancel} onClose={ask.clear} />
      {make.result && <Made result={make.result} onClose={make.clear} />}
      {ask.result && (
        <Alert
          type="info"
          showIcon
          title={`已申请全号套表 ${countText(ask.result.rows)} 行，等第二人同意。`}
          description="请一位审核人或负责人在“全号导出”里确认；同意后 24 小时内由您生成加密件。"
          closable={{ onClose: ask.clear }}
        />
      )}
    </>
  )
}

interface MadeProps {
  readonly result: NonNullable<ReturnType<typeof useJob<'form.fill'>>['result']>
  onClose(): void
}

function Made({ result, onClose }: MadeProps): ReactNode {
  const left = result.unmatched > 0 ? `，${countText(result.unmatched)} 行没有对上` : ''
  return (
    <Alert
      type="success"
      showIcon
      title={`已填 ${countText(result.rows)} 行、${countText(result.people)} 人${left}，流水号 ${result.serial}。`}
      action={
        <Button type="primary" onClick={() => void saveFile(result.file)}>
          另存
        </Button>
      }
      closable={{ onClose }}
    />
  )
}
