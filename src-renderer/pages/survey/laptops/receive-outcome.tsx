import { CheckCircleOutlined, CloseCircleOutlined, InfoCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { JobResult } from '../../../../src-main/contract/job.ts'
import { outcomeText } from '../../../../src-main/wording/fieldwork-labels.ts'
import { problemText } from '../../../components/problem-text.ts'

type FileOutcome = JobResult<'fieldwork.receive'>['files'][number]

interface Props {
  readonly files: readonly FileOutcome[]
  onClose(): void
}

/** What became of every file, one line each; a refused one says why and what to do. */
export function ReceiveOutcome({ files, onClose }: Props): ReactNode {
  return (
    <div className="outcomes" role="status">
      {files.length === 0 && <p>文件夹里没有摸底包（.ykt.age），什么也没有写入。</p>}
      {files.map((file) => (
        <p key={file.fileName} className="outcome">
          <Mark outcome={file.outcome} />
          <b>{file.fileName}</b>
          <span className={file.outcome === 'quarantined' ? 'must' : ''}>{textOf(file)}</span>
        </p>
      ))}
      <Button onClick={onClose}>知道了</Button>
    </div>
  )
}

function textOf(file: FileOutcome): string {
  if (file.problem === null) return outcomeText(file)
  const { what, now } = problemText(file.problem)
  return `${what}${now}${file.outcome === 'quarantined' ? '已放到“待处理”。' : ''}`
}

function Mark({ outcome }: Pick<FileOutcome, 'outcome'>): ReactNode {
  if (outcome === 'applied') return <CheckCircleOutlined className="ties" />
  if (outcome === 'quarantined') return <CloseCircleOutlined className="must" />
  return <InfoCircleOutlined className="quiet" />
}
