import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { LineList } from './line-list.tsx'

export type ReturnView = Outputs['villageBook']['lines']
export type BookLine = ReturnView['lines'][number]
type Shown = 'open' | 'added' | 'changed' | 'removed' | 'accepted' | 'refused'

const fits: { readonly [S in Shown]: (line: BookLine) => boolean } = {
  open: ({ status }) => status === 'open',
  added: ({ kind }) => kind === 'added',
  changed: ({ kind }) => kind === 'changed',
  removed: ({ kind }) => kind === 'removed',
  accepted: ({ status }) => status === 'accepted',
  refused: ({ status }) => status === 'refused',
}
const labels: { readonly [S in Shown]: string } = {
  open: '待定',
  added: '增',
  changed: '变',
  removed: '减',
  accepted: '已采',
  refused: '不采',
}

interface Props {
  readonly returnId: string
  onBack(): void
}

/** 交回的工作簿 — line by line, old beside new; Space takes a line, Enter asks why not. */
export function ReturnReview({ returnId, onBack }: Props): ReactNode {
  const read = useQuery(calls.villageBook.lines.queryOptions({ input: { returnId } }))
  if (read.isError) return <ProblemAlert problem={problemOf(read.error)} action={<Back onBack={onBack} />} />
  if (read.isPending) return <p className="quiet">正在打开…</p>
  return <Review view={read.data} onBack={onBack} />
}

function Review({ view, onBack }: { readonly view: ReturnView; onBack(): void }): ReactNode {
  const [shown, setShown] = useState<Shown>('open')
  const lines = view.lines.filter(fits[shown])
  return (
    <>
      <div className="line">
        <Back onBack={onBack} />
        <b>
          {view.villageName} 第 {view.edition} 版
        </b>
        <span>
          {view.fileName} · 填表人 {view.filledBy || '没有写'} · 没有变的 {view.same} 行
        </span>
        <Actions view={view} />
      </div>
      {view.notes.map((note) => (
        <p key={note} className="explain">
          {note}
        </p>
      ))}
      {!view.isOpen && <Alert type="warning" showIcon title="这一轮已经结束，只能看，不能再采。" />}
      <Segmented<Shown>
        aria-label="看哪些行"
        value={shown}
        onChange={setShown}
        options={(Object.keys(labels) as Shown[]).map((value) => ({
          value,
          label: `${labels[value]} ${view.lines.filter(fits[value]).length}`,
        }))}
      />
      <LineList key={shown} view={view} lines={lines} />
    </>
  )
}

function Back({ onBack }: { onBack(): void }): ReactNode {
  return <Button onClick={onBack}>返回各村</Button>
}

function Actions({ view }: { readonly view: ReturnView }): ReactNode {
  const mayWork = useHasRole('clerk')
  const decide = useCommand(client.villageBook.decide)
  const sendBack = useJob('villageBook.send-back')
  const sentBack = sendBack.result
  const original = useFileDownload(client.villageBook.returnedFile)
  const clean = view.lines.filter(({ isClean }) => isClean)
  const returnable = view.lines.some(
    ({ status, kind }) => status === 'refused' || (status === 'open' && kind === 'removed'),
  )
  if (!mayWork) return null
  return (
    <>
      <Button
        type="primary"
        disabled={clean.length === 0 || !view.isOpen}
        loading={decide.isPending}
        onClick={() =>
          decide.mutate({
            accepts: true,
            lines: clean.map(({ lineId, version }) => ({ lineId, version })),
          })
        }
      >
        采全部无误的 {clean.length} 行
      </Button>
      <Button
        disabled={!returnable}
        loading={sendBack.isRunning}
        onClick={() => sendBack.start({ returnId: view.returnId })}
      >
        出退回件
      </Button>
      <Button loading={original.isPending} onClick={() => original.mutate({ returnId: view.returnId })}>
        取原件
      </Button>
      {sentBack && (
        <Button type="primary" onClick={() => void saveFile(sentBack.file)}>
          另存退回件（{sentBack.rows} 行）
        </Button>
      )}
      <JobProgress title="正在出退回件" view={sendBack.view} onClose={sendBack.clear} />
      {decide.isError && <ProblemAlert problem={problemOf(decide.error)} />}
      {original.isError && <ProblemAlert problem={problemOf(original.error)} />}
    </>
  )
}
