import { EyeOutlined } from '@ant-design/icons'
import { Button, Input, Popover, type InputRef } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useReveal } from '../../api/use-reveal.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface Props {
  readonly subject: Inputs['register']['reveal']['subject']
  readonly subjectId: string
  readonly masked: string
}

const subjects = { 'id-number': '证号', 'account-no': '账号', phone: '电话' } as const

/** 查看全号 — masked until a reason is given; the reason stays in the trace. */
export function RevealedNumber({ subject, subjectId, masked }: Props): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const [isTooShort, setTooShort] = useState(false)
  const reasonInput = useRef<InputRef>(null)
  const reveal = useReveal(client.register.reveal, () => setAsking(false))
  const mayReveal = useHasRole('clerk', 'reviewer')
  if (masked === '' || !mayReveal) return masked
  const ask = (typed: string): void => {
    const reason = typed.trim()
    setTooShort(reason.length < 2)
    if (reason.length >= 2) reveal.mutate({ subject, subjectId, reason })
  }
  if (reveal.data) return <b className="number">{reveal.data.value}</b>
  return (
    <>
      <span className="number">{masked}</span>{' '}
      <Popover
        open={isAsking}
        onOpenChange={setAsking}
        afterOpenChange={(isOpen) => isOpen && reasonInput.current?.focus()}
        trigger="click"
        title={`查看完整${subjects[subject]}`}
        content={
          <>
            {reveal.isError && <ProblemAlert problem={problemOf(reveal.error)} />}
            <Input.Search
              ref={reasonInput}
              style={{ width: 300 }}
              placeholder="写明事由，会留痕"
              enterButton="查看"
              loading={reveal.isPending}
              status={isTooShort ? 'error' : ''}
              onSearch={ask}
            />
            {isTooShort && <p className="must">请写明为什么要看，至少两个字。</p>}
          </>
        }
      >
        <Button type="text" icon={<EyeOutlined />} aria-label={`查看完整${subjects[subject]}`} />
      </Popover>
    </>
  )
}
