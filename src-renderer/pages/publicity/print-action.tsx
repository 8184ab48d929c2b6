import { PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { saveFile } from '../../api/files.ts'
import { useJob } from '../../api/use-job.ts'
import { problemText } from '../../components/problem-text.ts'
import type { PublicityRow } from './publicity-village.ts'

/** 打印 — one PDF a village, all in one job; each is then opened or saved by itself. */
export function PrintAction({ rows }: { readonly rows: readonly PublicityRow[] }): ReactNode {
  const print = useJob('publicity.print')
  const mayPrint = useHasRole('clerk')
  const current = rows.filter((row) => row.status !== 'withdrawn')
  if (!mayPrint || current.length === 0) return null
  return (
    <>
      {print.result ? (
        <Printed result={print.result} onClose={print.clear} />
      ) : (
        <Button
          icon={<PrinterOutlined />}
          loading={print.isRunning}
          onClick={() => print.start({ publicityIds: current.map((row) => row.publicityId) })}
        >
          打印全部 {current.length} 村
        </Button>
      )}
    </>
  )
}

function Printed({
  result,
  onClose,
}: {
  readonly result: JobResult<'publicity.print'>
  onClose(): void
}): ReactNode {
  const { modal } = App.useApp()
  const show = (): void =>
    void modal.info({
      title: `公示件 ${result.printed.length} 份`,
      width: 620,
      okText: '关闭',
      onOk: onClose,
      content: (
        <>
          {result.degraded && (
            <p className="explain">本机没有可用的 Chromium，生成的是网页件：打开后用浏览器打印。</p>
          )}
          <ul className="printed">
            {result.printed.map(({ serial, file }) => (
              <li key={serial}>
                {serial} <Button onClick={() => void saveFile(file)}>另存 {file.name}</Button>
              </li>
            ))}
            {result.failed.map(({ serial, code }) => (
              <li key={serial} className="must">
                {serial}：{problemText({ code, facts: { serial, lines: [] } }).what}
              </li>
            ))}
          </ul>
        </>
      ),
    })
  return (
    <Button type="primary" onClick={show}>
      取公示件 {result.printed.length} 份
    </Button>
  )
}
