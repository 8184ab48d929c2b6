import { useQuery } from '@tanstack/react-query'
import { Button, Timeline } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useJob } from '../../api/use-job.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { checkCode } from '../../../src-main/wording/check-code.ts'
import { endingOf } from '../../../src-main/domain/objection.ts'
import { noticeEndingLabels } from '../../../src-main/wording/objection-labels.ts'
import { EvidenceForm } from './evidence-form.tsx'
import { postingEvidenceLabels } from '../../../src-main/wording/publicity-labels.ts'
import { type Notice, timeSources } from './notice.ts'
import { Objections } from './objections.tsx'
import { PostingForm } from './posting-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

type Open = 'posting' | 'evidence' | 'withdraw'

/** The life of one notice, from the frozen list to its end, and the step that comes next. */
export function NoticeLife({ publicityId }: { readonly publicityId: string }): ReactNode {
  const notice = useQuery(calls.publicity.get.queryOptions({ input: { publicityId } }))
  if (notice.isError) return <ProblemAlert problem={problemOf(notice.error)} />
  return notice.data ? <Life notice={notice.data} /> : null
}

function Life({ notice }: { readonly notice: Notice }): ReactNode {
  const [open, setOpen] = useState<Open>()
  const mayWork = useHasRole('clerk')
  const close = (): void => setOpen(undefined)
  return (
    <section>
      <div className="line">
        <h3>
          {notice.villageName} 公示编号 {notice.serial}（第 {notice.edition} 版）
        </h3>
        <span className="quiet">校验码 {checkCode(notice.frozenHash)}</span>
        {mayWork && <Steps notice={notice} onOpen={setOpen} />}
      </div>
      {mayWork && hints[notice.next] && <p className="explain">{hints[notice.next]}</p>}
      {open === 'posting' && <PostingForm notice={notice} onDone={close} />}
      {open === 'evidence' && <EvidenceForm notice={notice} onDone={close} />}
      {open === 'withdraw' && <WithdrawForm notice={notice} onDone={close} />}
      {notice.postedOn !== null && <Objections notice={notice} />}
      <Timeline className="life" items={timeline(notice)} />
    </section>
  )
}

const hints: Partial<Record<Notice['next'], string>> = {
  print: '打印件上的日期要与公示期一致，请先打印，再张贴或办结。',
  evidence: '没有张贴证据不能办结：照片、签字张贴证明、视频截图任一种。',
}

function Steps({ notice, onOpen }: { readonly notice: Notice; onOpen(open: Open): void }): ReactNode {
  const conclude = useCommand(client.publicity.conclude)
  const print = useJob('publicity.print')
  const { publicityId, version, status, next } = notice
  const again = (label: string, isMain: boolean): ReactNode => (
    <Button
      type={isMain ? 'primary' : 'default'}
      loading={print.isRunning}
      onClick={() => print.start({ publicityIds: [publicityId] })}
    >
      {label}
    </Button>
  )
  if (status === 'withdrawn') return null
  if (status === 'concluded')
    return (
      <span className="buttons">
        {again('取公示件', false)}
        <Statement notice={notice} />
      </span>
    )
  const main = (step: Notice['next']): 'primary' | 'default' => (next === step ? 'primary' : 'default')
  return (
    <span className="buttons">
      {next === 'print' && again(status === 'posted' ? '重印' : '打印', true)}
      {status === 'frozen' && (
        <Button type={next === 'print' ? 'default' : 'primary'} onClick={() => onOpen('posting')}>
          登记张贴
        </Button>
      )}
      {status === 'posted' && (
        <Button type={main('evidence')} onClick={() => onOpen('evidence')}>
          补证据
        </Button>
      )}
      {status === 'posted' && (
        <Button
          type={main('conclude')}
          disabled={next !== 'conclude'}
          loading={conclude.isPending}
          onClick={() => conclude.mutate({ publicityId, version })}
        >
          办结
        </Button>
      )}
      {next !== 'print' && again('取公示件', false)}
      <Button onClick={() => onOpen('withdraw')}>撤下…</Button>
      {conclude.isError && <ProblemAlert problem={problemOf(conclude.error)} />}
    </span>
  )
}

/** 公示情况说明 — with no objection the certificate of it. */
function Statement({ notice }: { readonly notice: Notice }): ReactNode {
  const print = useFileDownload(client.publicity.statement)
  const { publicityId, objections } = notice
  return (
    <>
      <Button loading={print.isPending} onClick={() => print.mutate({ publicityId })}>
        {endingOf(objections) === 'no-objection' ? '打印无异议证明' : '打印公示情况说明'}
      </Button>
      {print.isError && <ProblemAlert problem={problemOf(print.error)} />}
    </>
  )
}

function timeline(notice: Notice): { key: string; color: string; content: ReactNode }[] {
  const trail = notice.trail.map((entry) => ({
    key: entry.at + entry.what,
    color: 'green',
    content: `${instantText(entry.at)} ${entry.by} ${entry.what}`,
  }))
  const evidence = notice.evidenceItems.map((item) => ({
    key: item.evidenceId,
    color: item.late ? 'orange' : 'green',
    content: `${item.takenOn}（${timeSources[item.timeSource]}）${item.phase === 'start' ? '张贴' : '期满'}${postingEvidenceLabels[item.kind]}：${item.place}，${item.postedBy} 张贴，${item.addedBy} 登记${item.late ? '（事后补）' : ''}`,
  }))
  return [...trail, ...evidence, ...ending(notice)]
}

function ending(notice: Notice): { key: string; color: string; content: ReactNode }[] {
  if (notice.concludedAt !== null)
    return [
      {
        key: 'end',
        color: 'green',
        content: `${instantText(notice.concludedAt)} ${noticeEndingLabels[endingOf(notice.objections)]}`,
      },
    ]
  if (notice.status === 'withdrawn') return []
  if (notice.lastDay === null)
    return [{ key: 'end', color: 'gray', content: '未张贴：从实际张贴日起算公示期' }]
  return [
    { key: 'end', color: 'gray', content: `${notice.lastDay} 公示期满（张贴日 ${notice.postedOn ?? ''}）` },
  ]
}
