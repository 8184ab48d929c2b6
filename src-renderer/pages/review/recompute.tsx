import { Alert, Button, Modal, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { saveFile } from '../../api/files.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { countText, yuanText } from '../../format/amount.ts'

interface Props {
  readonly programmeCode: string
  readonly rows: number
}

type Result = JobResult<'application.recompute'>

/** 按现行标准重算 — what would change is seen, village by village and as a list, before anything does. */
export function Recompute({ programmeCode, rows }: Props): ReactNode {
  const { year } = useWho()
  const job = useJob('application.recompute')
  const mayRecompute = useHasRole('clerk')
  const [isOpen, setOpen] = useState(false)
  const look = (): void => {
    setOpen(true)
    job.start({ programmeCode, year })
  }
  const close = (): void => {
    setOpen(false)
    job.clear()
  }
  return (
    <>
      {rows > 0 && <span className="explain">{countText(rows)} 笔还是按原标准算的</span>}
      {rows > 0 && mayRecompute && (
        <Button size="small" onClick={look}>
          按现行标准重算…
        </Button>
      )}
      <Modal open={isOpen} title="按现行标准重算" width={640} footer={null} destroyOnHidden onCancel={close}>
        <JobProgress title="正在比较" view={job.view} onCancel={job.cancel} onClose={close} />
        {job.result && (
          <Preview
            result={job.result}
            isBusy={job.isRunning}
            onTake={(seen) => job.start({ programmeCode, year, expected: seen })}
            onClose={close}
          />
        )}
      </Modal>
    </>
  )
}

interface PreviewProps {
  readonly result: Result
  readonly isBusy: boolean
  onTake(seen: string): void
  onClose(): void
}

function Preview({ result, isBusy, onTake, onClose }: PreviewProps): ReactNode {
  const { rows, beforeFen, afterFen, isTaken, seen, rateYuan, villages, notices, returned, file } = result
  const { undecided, missing } = result
  const rateText = result.isTiered ? '分档' : ` ${rateYuan} 元／${result.unit}`
  const difference = afterFen - beforeFen
  return (
    <div className="recompute">
      <p role="status">
        {isTaken ? '已重算' : '将重算'} <b>{countText(rows)}</b> 笔，现行标准{rateText}：{yuanText(beforeFen)}{' '}
        元 → <b>{yuanText(afterFen)}</b> 元（{difference >= 0 ? '+' : '−'}
        {yuanText(Math.abs(difference))} 元）
      </p>
      {undecided > 0 && (
        <Alert
          type="info"
          title={`${countText(undecided)} 笔定不了，照原样不动，缺：${missing.join('、')}。`}
        />
      )}
      {notices.length > 0 && (
        <Alert
          type="warning"
          title={`公示 ${notices.join('、')} 的金额变了，要撤下重新公示。${returned > 0 ? `其中 ${countText(returned)} 笔公示已期满，退回补正后重新审核、公示。` : ''}`}
        />
      )}
      <Table
        size="small"
        rowKey="villageName"
        pagination={false}
        scroll={{ y: 260 }}
        dataSource={villages}
        columns={[
          { title: '村', dataIndex: 'villageName' },
          { title: '笔数', dataIndex: 'rows', align: 'right' },
          { title: '原金额（元）', align: 'right', render: (_, row) => yuanText(row.beforeFen) },
          { title: '现金额（元）', align: 'right', render: (_, row) => yuanText(row.afterFen) },
          {
            title: '差额（元）',
            align: 'right',
            render: (_, row) => signedYuan(row.afterFen - row.beforeFen),
          },
        ]}
      />
      <div className="buttons">
        {!isTaken && (
          <Button type="primary" disabled={rows === 0} loading={isBusy} onClick={() => onTake(seen)}>
            重算这 {countText(rows)} 笔
          </Button>
        )}
        <Button onClick={() => void saveFile(file)}>下载逐笔清单</Button>
        <Button onClick={onClose}>{isTaken ? '完成' : '先不重算'}</Button>
      </div>
    </div>
  )
}

function signedYuan(fen: number): string {
  return fen < 0 ? `−${yuanText(-fen)}` : yuanText(fen)
}
