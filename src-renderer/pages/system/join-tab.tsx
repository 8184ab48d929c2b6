import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useFilePick } from '../../api/use-file-pick.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { ComparisonCode } from './comparison-code.tsx'

type Read = Outputs['fieldwork']['readAnswer']

/** 本机登记 — a laptop introduces itself to its office and learns whom to trust, in two steps with a stick. */
export function JoinTab(): ReactNode {
  const [read, setRead] = useState<Read>()
  const here = useQuery(calls.fieldwork.here.queryOptions())
  const mayJoin = useHasRole('administrator')
  if (here.isError) return <ProblemAlert problem={problemOf(here.error)} />
  if (here.data === undefined) return <p className="quiet">正在读取…</p>
  const { name, code, office } = here.data
  return (
    <>
      <ComparisonCode code={code} where={`主机上“${name}”这一台的核对码`} />
      {office === null ? (
        <Alert type="warning" showIcon title="本机还没有登记到办公室主机，不能领任务。" />
      ) : (
        <p>
          已登记到 <b>{office.name}</b>（{instantText(office.since)}，主机核对码{' '}
          <span className="number">{office.code}</span>）。本机叫“{name}”。
        </p>
      )}
      {mayJoin && <RequestStep isAgain={office !== null} />}
      {mayJoin &&
        office === null &&
        (read ? <PinStep read={read} onDone={() => setRead(undefined)} /> : <AnswerStep onRead={setRead} />)}
    </>
  )
}

function RequestStep({ isAgain }: { readonly isAgain: boolean }): ReactNode {
  const request = useFileDownload(() => client.fieldwork.requestFile())
  return (
    <section className="join-step">
      <h3>{isAgain ? '主机要求重新登记时，再写一次登记申请' : '第一步：写出登记申请'}</h3>
      <p className="quiet">存到 U 盘，拿到主机的“系统 › 外业笔记本”里读。里面只有本机的公钥和名字。</p>
      <Button loading={request.isPending} onClick={() => request.mutate(undefined)}>
        写出登记申请
      </Button>
      {request.isError && <ProblemAlert problem={problemOf(request.error)} />}
    </section>
  )
}

function AnswerStep({ onRead }: { onRead(read: Read): void }): ReactNode {
  const pick = useFilePick('enrolment')
  const read = useMutation({ mutationFn: (fileToken: string) => client.fieldwork.readAnswer({ fileToken }) })
  const start = (): void =>
    pick.mutate(undefined, {
      onSuccess: (file) => file !== null && read.mutate(file.token, { onSuccess: onRead }),
    })
  return (
    <section className="join-step">
      <h3>第二步：读登记答复</h3>
      <p className="quiet">主机登记后会存一个“外业登记答复”，拿回来在这里读。</p>
      <Button type="primary" loading={pick.isPending || read.isPending} onClick={start}>
        读登记答复…
      </Button>
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      {read.isError && <ProblemAlert problem={problemOf(read.error)} />}
    </section>
  )
}

function PinStep({ read, onDone }: { readonly read: Read; onDone(): void }): ReactNode {
  const [isCompared, setCompared] = useState(false)
  const pin = useCommand(client.fieldwork.pinOffice)
  return (
    <section className="join-step">
      <h3>
        第二步：核对“{read.officeName}”，它给本机起的名字是“{read.name}”
      </h3>
      <ComparisonCode code={read.code} where="主机屏幕“系统 › 外业笔记本”最上面的本机核对码" />
      <Checkbox checked={isCompared} onChange={(event) => setCompared(event.target.checked)}>
        两边屏幕上的核对码一字不差
      </Checkbox>
      <span className="buttons">
        <Button
          type="primary"
          disabled={!isCompared}
          loading={pin.isPending}
          onClick={() => pin.mutate({ stageId: read.stageId }, { onSuccess: onDone })}
        >
          认定这台主机
        </Button>
        <Button onClick={onDone}>取消</Button>
      </span>
      {pin.isError && <ProblemAlert problem={problemOf(pin.error)} />}
    </section>
  )
}
