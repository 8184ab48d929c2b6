import { Button, Input, Space } from 'antd'
import { useState, type ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ScanRow } from './paper-row.ts'

/** 移出 — it is no paper of ours, or lay at the wrong page; the picture stays with the reason. */
export function SetScanAside({ row }: { readonly row: ScanRow }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const setAside = useCommand(client.paper.setAside)
  if (!isAsking) return <Button onClick={() => setAsking(true)}>移出…</Button>
  return (
    <>
      <Space.Compact>
        <Input
          aria-label="移出原因"
          placeholder="移出的原因"
          maxLength={200}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          disabled={reason.trim().length < 2}
          loading={setAside.isPending}
          onClick={() => setAside.mutate({ scanId: row.scanId, version: row.version, reason })}
        >
          移出
        </Button>
      </Space.Compact>
      {setAside.isError && <ProblemAlert problem={problemOf(setAside.error)} />}
    </>
  )
}
