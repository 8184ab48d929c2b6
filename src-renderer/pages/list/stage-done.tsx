import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../api/calls.ts'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { countText } from '../../format/amount.ts'

interface Props {
  readonly imported: JobResult<'list.commit'>
  onClose(): void
}

export function StageDone({ imported, onClose }: Props): ReactNode {
  const navigate = useNavigate()
  const { importId, counts, difference, goneChoice } = imported
  const reject = useFileDownload(() => client.list.rejectFile({ importId }))
  const leave = (to: string): void => {
    onClose()
    void navigate(to)
  }
  const gone = goneChoice === 'end' ? '已按您的选择停用' : '只在导入记录里记下'
  return (
    <Result
      className="done"
      status="success"
      title={`${imported.kindLabel}已导入 ${countText(counts.accepted)} 行`}
      subTitle={
        <>
          {counts.rejected > 0
            ? `退回 ${countText(counts.rejected)} 行：下载退回件，改好后可以只导入改好的行。`
            : '没有退回的行。'}
          {difference.gone > 0 && ` 库里有、清单上没有的 ${countText(difference.gone)} 条，${gone}。`}
        </>
      }
      extra={[
        counts.rejected > 0 && (
          <Button
            key="reject"
            size="middle"
            loading={reject.isPending}
            onClick={() => reject.mutate(undefined)}
          >
            下载退回件
          </Button>
        ),
        <Button key="detail" size="middle" onClick={() => leave(`/list/import/${importId}`)}>
          看这次导入
        </Button>,
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
