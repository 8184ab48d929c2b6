import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { saveFile } from '../../api/files.ts'

interface Props {
  readonly result: JobResult<'paper.print'>
  onClose(): void
}

/** The files of the last print, each to be saved by itself. */
export function PrintedPapers({ result, onClose }: Props): ReactNode {
  const { modal } = App.useApp()
  const show = (): void =>
    void modal.info({
      title: `纸件 ${result.printed.length} 份`,
      width: 640,
      okText: '关闭',
      onOk: onClose,
      content: (
        <>
          {result.degraded && (
            <p className="explain">本机没有可用的 Chromium，生成的是网页件：打开后用浏览器打印。</p>
          )}
          {result.skipped.length > 0 && (
            <p className="quiet">没有新内容要打印的村：{result.skipped.join('、')}。</p>
          )}
          <ul className="printed">
            {result.printed.map(({ documentId, serial, villageName, pages, file }) => (
              <li key={documentId}>
                {serial} {villageName} {pages} 页 <Button onClick={() => void saveFile(file)}>另存</Button>
              </li>
            ))}
          </ul>
        </>
      ),
    })
  return <Button onClick={show}>取纸件 {result.printed.length} 份</Button>
}
