import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../api/calls.ts'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { countText } from '../../format/amount.ts'

interface Props {
  readonly batch: JobResult<'list.commit'>
  onClose(): void
}

export function StageDone({ batch, onClose }: Props): ReactNode {
  const navigate = useNavigate()
  const reject = useFileDownload(() => client.list.rejectFile({ batchId: batch.batchId }))
  const leave = (to: string): void => {
    onClose()
    void navigate(to)
  }
  return (
    <Result
      className="done"
      status="success"
      title={`${batch.kindLabel}已导入 ${countText(batch.counts.accepted)} 行`}
      subTitle={
        batch.counts.rejected > 0
          ? `退回 ${countText(batch.counts.rejected)} 行：下载退回件，改好后可以只导入改好的行。`
          : '没有退回的行。'
      }
      extra={[
        batch.counts.rejected > 0 && (
          <Button
            key="reject"
            size="middle"
            loading={reject.isPending}
            onClick={() => reject.mutate(undefined)}
          >
            下载退回件
          </Button>
        ),
        <Button key="register" size="middle" onClick={() => leave('/register')}>
          看人口与账户
        </Button>,
        <Button key="list" size="middle" type="primary" onClick={() => leave('/list')}>
          继续导入
        </Button>,
      ]}
    />
  )
}
