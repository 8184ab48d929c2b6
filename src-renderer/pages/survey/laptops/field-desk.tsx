import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../../app/who.tsx'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { countText } from '../../../format/amount.ts'
import { instantText, shortInstantText } from '../../../format/instant.ts'
import { ExchangeBar } from './exchange-bar.tsx'
import { PackageOut, WrittenOut } from './package-out.tsx'
import { QuarantineList } from './quarantine-list.tsx'

type Taken = Outputs['fieldwork']['toReturn'][number]

/** 本机任务 — on a laptop: take what the office gives out, take home what was typed. */
export function FieldDesk(): ReactNode {
  const here = useQuery(calls.fieldwork.here.queryOptions())
  const rounds = useQuery(calls.fieldwork.toReturn.queryOptions())
  const incoming = useQuery(calls.fieldwork.incoming.queryOptions())
  if (here.isError) return <ProblemAlert problem={problemOf(here.error)} />
  if (here.data?.office === null)
    return (
      <Alert
        type="warning"
        showIcon
        title="本机还没有登记到办公室主机，不能领任务。"
        description="请系统管理员在本机“系统 › 本机登记”里写出登记申请，拿到主机上登记，再把答复拿回来读入。"
      />
    )
  return (
    <>
      <ExchangeBar />
      <WrittenOut />
      <QuarantineList files={incoming.data?.quarantined ?? []} />
      {rounds.isError && <ProblemAlert problem={problemOf(rounds.error)} />}
      {rounds.data?.length === 0 && (
        <p className="quiet">还没有任务。请插上办公室给的 U 盘，选好文件夹后“从文件夹接收”。</p>
      )}
      {rounds.data?.map((taken) => (
        <TakenRound key={taken.roundId} taken={taken} />
      ))}
    </>
  )
}

function TakenRound({ taken }: { readonly taken: Taken }): ReactNode {
  const { roundName, tasks, visited, drafts, edits, assignments, last } = taken
  return (
    <section className="taken-round">
      <h3>{roundName}</h3>
      <p>
        本机 <b>{countText(tasks)}</b> 户，已走访 <b>{countText(visited)}</b> 户，本机录入{' '}
        <b>{countText(edits)}</b> 项
        {last !== null && (
          <span className="quiet">
            ；上次写出第 {last.sequence} 号，{instantText(last.at)}
          </span>
        )}
      </p>
      {assignments.map((one) => (
        <p key={one.assignmentId} className="quiet">
          {shortInstantText(one.assignedAt)} 派来 {countText(one.tasks)} 户，调查员 {one.visitors.join('、')}
          {one.note !== '' && `，${one.note}`}
          {one.ended && <span className="explain">（办公室已收回或转派；已录的照样可以返回）</span>}
        </p>
      ))}
      {drafts > 0 && (
        <p className="explain">
          有 {drafts} 户的草稿还没有保存，不会随包带走。请先到“走访录入 › 草稿”里保存。
        </p>
      )}
      <ReturnAction roundId={taken.roundId} />
    </section>
  )
}

function ReturnAction({ roundId }: { readonly roundId: string }): ReactNode {
  const mayReturn = useHasRole('clerk')
  const [isAll, setAll] = useState(false)
  const back = useJob('fieldwork.return')
  if (!mayReturn) return null
  return (
    <>
      <span className="buttons">
        <Button
          type="primary"
          loading={back.isRunning}
          onClick={() => back.start({ roundId, allEvidence: isAll })}
        >
          做返回包
        </Button>
        <Checkbox checked={isAll} onChange={(event) => setAll(event.target.checked)}>
          连以前带过的照片、扫描件一起（上次的 U 盘丢了才勾）
        </Checkbox>
      </span>
      <JobProgress title="正在做返回包" view={back.view} onCancel={back.cancel} onClose={back.clear} />
      {back.result && (
        <section className="outcomes" role="status">
          <p>
            返回包“{back.result.file.name}”已做好：{countText(back.result.households)} 户，录入{' '}
            {countText(back.result.edits)} 项，附件 {countText(back.result.evidence)} 个。本机的录入都还在。
          </p>
          <span className="buttons">
            <PackageOut packageId={back.result.packageId} />
            <Button onClick={back.clear}>完成</Button>
          </span>
        </section>
      )}
    </>
  )
}
