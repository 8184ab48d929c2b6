import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { pickScans, type PickedScans } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useJob } from '../../api/use-job.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'
import { TakenIn } from './taken-in.tsx'

/** 收件 — several scans and photos, or a folder of them; each page finds its own place. */
export function TakeIn({ onShowTray }: { onShowTray(): void }): ReactNode {
  const job = useJob('paper.take-in')
  const [keepPlace, setKeepPlace] = useState(false)
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState<readonly [done: number, total: number]>()
  const [refused, setRefused] = useState<readonly string[]>([])
  const pick = useMutation({
    mutationFn: (from: 'files' | 'folder') => pickScans(from, (done, total) => setSent([done, total])),
    onSettled: () => setSent(undefined),
    onSuccess: (picked: PickedScans) => {
      setRefused(picked.refused)
      if (picked.files.length > 0)
        job.start({ fileTokens: picked.files.map((file) => file.token), keepPlace, keepPlaceReason: reason })
    },
  })
  const isBusy = job.isRunning || pick.isPending
  const lacksReason = keepPlace && reason.trim().length < 2
  return (
    <>
      <Button icon={<InboxOutlined />} disabled={isBusy || lacksReason} onClick={() => pick.mutate('files')}>
        收扫描件、照片…
      </Button>
      <Button
        icon={<FolderOpenOutlined />}
        disabled={isBusy || lacksReason}
        onClick={() => pick.mutate('folder')}
      >
        收文件夹…
      </Button>
      <Checkbox checked={keepPlace} onChange={(event) => setKeepPlace(event.target.checked)}>
        保留拍摄地点
      </Checkbox>
      {keepPlace && (
        <ReasonInput
          aria-label="保留拍摄地点的理由"
          placeholder="理由，会记入留痕"
          style={{ width: 200 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <SecrecyNotice />
      {sent && (
        <span role="status">
          正在传入 {sent[0]}／{sent[1]}
        </span>
      )}
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      {refused.length > 0 && (
        <p className="explain">
          没有传进来（超过 60 MB）：{refused.slice(0, 5).join('、')}
          {refused.length > 5 && ` 等 ${refused.length} 个`}。其余照收。
        </p>
      )}
      {job.result && <TakenIn result={job.result} onClose={job.clear} onShowTray={onShowTray} />}
    </>
  )
}
