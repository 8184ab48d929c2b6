import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { useJob } from '../../api/use-job.ts'
import { CopiedText } from '../../components/copied-text.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import type { FullRequest } from './full-tab.tsx'

const byPassphrase = 'passphrase'

/** 生成加密件 — to a registered key, or to a passphrase shown this once and told separately. */
export function MakeFull({ request }: { readonly request: FullRequest }): ReactNode {
  const [to, setTo] = useState(byPassphrase)
  const recipients = useQuery(calls.package.recipients.queryOptions())
  const make = useJob('extract.make-full')
  return (
    <>
      <Select
        aria-label="加密给"
        style={{ width: 220 }}
        value={to}
        onChange={setTo}
        options={[
          { value: byPassphrase, label: '用口令加密（另行告知）' },
          ...(recipients.data ?? []).map((one) => ({
            value: one.recipientId,
            label: `加密给${one.name}`,
          })),
        ]}
      />
      <Button
        type="primary"
        loading={make.isRunning}
        onClick={() =>
          make.start({ requestId: request.requestId, recipientId: to === byPassphrase ? null : to })
        }
      >
        生成加密件
      </Button>
      <JobProgress title="正在生成" view={make.view} onCancel={make.cancel} onClose={make.clear} />
    </>
  )
}

/** What was made stays in sight until it is closed: the passphrase is nowhere else. */
export function MadeFull(): ReactNode {
  const make = useJob('extract.make-full')
  const { result } = make
  if (result === undefined) return null
  return (
    <Alert
      type="success"
      showIcon
      title={`已生成加密件，流水号 ${result.serial}。`}
      description={
        <>
          {result.passphrase !== null && (
            <p>
              打开口令（只显示这一次，请抄下，用电话或当面告知，不要和文件一起发）：
              <CopiedText text={result.passphrase} />
            </p>
          )}
          <p>
            对方打开方法：装有 age 工具（免费，age-encryption.org）的电脑上运行
            <code> age -d -o 表.xlsx {result.file.name} </code>
            {result.passphrase !== null ? '，按提示输入口令。' : '，加 -i 和收件单位自己的密钥文件。'}
          </p>
        </>
      }
      action={
        <Button type="primary" onClick={() => void saveFile(result.file)}>
          另存加密件
        </Button>
      }
      closable={{ onClose: make.clear }}
    />
  )
}
