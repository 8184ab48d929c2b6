import { Alert, Button, Checkbox, Form } from 'antd'
import { useState, type ReactNode } from 'react'
import type { JobResult } from '../../../../src-main/contract/job.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { countText } from '../../../format/amount.ts'
import type { Preview, Source } from './bulk.ts'

interface Props {
  readonly source: Source
  readonly preview: Preview
}

/** 改 — only what is seen in the preview, with a reason that stays beside every value. */
export function ApplyBulk({ source, preview }: Props): ReactNode {
  const job = useJob('bulk.apply')
  const [skipWrong, setSkipWrong] = useState(false)
  const { counts, sha256 } = preview
  const mayApply = counts.changes > 0 && (counts.wrong === 0 || skipWrong)
  return (
    <>
      <p className="line" role="status">
        <span>
          要改 <b>{countText(counts.people)}</b> 人 <b>{countText(counts.changes)}</b> 个值
        </span>
        {counts.same > 0 && <span className="quiet">{countText(counts.same)} 个和库里一样，不动</span>}
        {counts.wrong > 0 && <span className="must">{countText(counts.wrong)} 行有错</span>}
        {counts.accounts > 0 && (
          <span className="explain">改 {countText(counts.accounts)} 个账号，须第二人核对</span>
        )}
      </p>
      <Form<{ reason: string }>
        layout="inline"
        requiredMark={false}
        className="extract-export"
        onFinish={({ reason }) => job.start({ source, reason, sha256, skipWrong })}
      >
        <Form.Item
          name="reason"
          label="事由"
          rules={[{ required: true, min: 2, message: '请写为什么改、依据什么，会留痕' }]}
        >
          <ReasonInput style={{ width: 240 }} placeholder="如：村里 6 月报来的新电话" />
        </Form.Item>
        {counts.wrong > 0 && (
          <Checkbox checked={skipWrong} onChange={({ target }) => setSkipWrong(target.checked)}>
            有错的行不改
          </Checkbox>
        )}
        <Button type="primary" htmlType="submit" loading={job.isRunning} disabled={!mayApply}>
          改这 {countText(counts.changes)} 个值
        </Button>
      </Form>
      <JobProgress title="正在批量改" view={job.view} onCancel={job.cancel} onClose={job.clear} />
    </>
  )
}

interface AppliedProps {
  readonly result: JobResult<'bulk.apply'>
  onClose(): void
}

/** What was changed, what still waits for somebody, and that there is a way back. */
export function Applied({ result, onClose }: AppliedProps): ReactNode {
  const { people, values, accountsToConfirm } = result
  return (
    <Alert
      type="success"
      showIcon
      title={`已改 ${countText(people)} 人的 ${countText(values)} 个值。`}
      description={
        accountsToConfirm > 0
          ? `其中 ${countText(accountsToConfirm)} 个账户等第二人照卡面核对，核对前不能打包。`
          : '贴错了可以在“改过的和撤销”里整批撤销，只要其中没有值再被改过。'
      }
      closable={{ onClose }}
    />
  )
}
