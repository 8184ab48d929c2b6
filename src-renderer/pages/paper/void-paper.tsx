import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { PaperRow } from './paper-row.ts'

/** 作废 — nothing more is expected of a paper; what came back stays. */
export function VoidPaper({ paper }: { readonly paper: PaperRow }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const voiding = useCommand(client.paper.void)
  return (
    <>
      <Button onClick={() => setAsking(true)}>作废…</Button>
      <Modal
        open={isAsking}
        title={`作废 ${paper.serial}`}
        okText="作废"
        okButtonProps={{ disabled: reason.trim().length < 2 }}
        cancelText="取消"
        confirmLoading={voiding.isPending}
        onCancel={() => setAsking(false)}
        onOk={() =>
          voiding.mutate(
            { documentId: paper.documentId, version: paper.version, reason },
            { onSuccess: () => setAsking(false) },
          )
        }
      >
        <p>作废后不再等它的页；已收回的页仍留在各户。</p>
        <ReasonInput
          aria-label="作废原因"
          placeholder="原因"
          style={{ width: '100%' }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {voiding.isError && <ProblemAlert problem={problemOf(voiding.error)} />}
      </Modal>
    </>
  )
}
