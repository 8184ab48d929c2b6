import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { problemText } from '../../components/problem-text.ts'

interface Props {
  readonly result: JobResult<'paper.take-in'>
  onClose(): void
  onShowTray(): void
}

/** What became of the last intake; whatever did not go through is named. */
export function TakenIn({ result, onClose, onShowTray }: Props): ReactNode {
  const { files, left, pages, attached, tray, duplicates, refused } = result
  const isClean = tray === 0 && refused.length === 0 && left === 0
  return (
    <Alert
      className="taken-in"
      type={isClean ? 'success' : 'warning'}
      closable={{ onClose, 'aria-label': '关闭' }}
      title={
        <>
          {left > 0 && <>已停止，{left} 个文件没有读，要收请再选一次。停止以前</>}收了 {files} 个文件 {pages}{' '}
          页：归位 <b>{attached}</b> ＋ 未识别 <b>{tray}</b> ＋ 重复 {duplicates}
          {refused.length > 0 && <>；没有收 {refused.length} 个文件</>}
          {tray > 0 && (
            <Button type="link" onClick={onShowTray}>
              去归位
            </Button>
          )}
        </>
      }
      description={
        refused.length > 0 && (
          <ul className="refused">
            {refused.map((one, index) => {
              const { what, now } = problemText(one)
              return (
                <li key={index}>
                  {what}
                  <span className="quiet">{now}</span>
                </li>
              )
            })}
          </ul>
        )
      }
    />
  )
}
