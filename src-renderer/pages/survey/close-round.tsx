import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { Round } from './use-round.ts'

/** 结束轮次 — with a reason where households were not visited. */
export function CloseRound({ round }: { readonly round: Round }): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const close = useCommand(client.survey.closeRound)
  const { unvisited, mustVisitOpen } = round.progress
  return (
    <>
      <Button onClick={() => setAsking(true)}>结束轮次</Button>
      <Modal
        open={isAsking}
        title={`结束“${round.name}”`}
        okText="结束"
        cancelText="取消"
        confirmLoading={close.isPending}
        onCancel={() => setAsking(false)}
        onOk={() =>
          close.mutate(
            { roundId: round.roundId, version: round.version, reason },
            { onSuccess: () => setAsking(false) },
          )
        }
      >
        <p>结束后不能再录入。</p>
        {unvisited > 0 && (
          <p className="explain">
            还有 {unvisited} 户未访{mustVisitOpen > 0 && `，其中必访 ${mustVisitOpen} 户`}，须写明原因。
          </p>
        )}
        <ReasonInput
          aria-label="结束原因"
          placeholder="未访的原因"
          style={{ width: '100%' }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {close.isError && <ProblemAlert problem={problemOf(close.error)} />}
      </Modal>
    </>
  )
}
