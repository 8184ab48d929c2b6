import { Button, Form } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Outputs } from '../../../api/calls.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { instantText } from '../../../format/instant.ts'

type Held = Outputs['fieldwork']['incoming']['received'][number]

/** 吊销后到的包 — nothing of it is used until a person says that it was written before the laptop was lost. */
export function HeldPackages({ packages }: { readonly packages: readonly Held[] }): ReactNode {
  const decide = useJob('fieldwork.decide')
  if (packages.length === 0) return null
  return (
    <section className="aside-list" aria-label="吊销后到的包">
      <h3>登记吊销以后到的包：请问清是不是丢失以前录的，再决定收不收</h3>
      <JobProgress title="正在处理" view={decide.view} onClose={decide.clear} />
      {packages.map((one) => (
        <HeldPackage
          key={one.packageId}
          held={one}
          isBusy={decide.isRunning}
          onDecide={(take, reason) => decide.start({ packageId: one.packageId, take, reason })}
        />
      ))}
    </section>
  )
}

interface Props {
  readonly held: Held
  readonly isBusy: boolean
  onDecide(take: boolean, reason: string): void
}

function HeldPackage({ held, isBusy, onDecide }: Props): ReactNode {
  const [reason, setReason] = useState('')
  const isReasonGiven = reason.trim().length >= 2
  return (
    <Form layout="inline" className="aside-line">
      <span>
        <b>{held.machineName}</b> 第 {held.sequence} 号，自称 {instantText(held.createdAt)} 写出
      </span>
      <Form.Item label="依据">
        <ReasonInput
          value={reason}
          placeholder="如：问过调查员，丢失前一天录的"
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <Button
        type="primary"
        disabled={!isReasonGiven}
        loading={isBusy}
        onClick={() => onDecide(true, reason)}
      >
        收下并合并
      </Button>
      <Button disabled={!isReasonGiven || isBusy} onClick={() => onDecide(false, reason)}>
        不收（原件留着）
      </Button>
    </Form>
  )
}
