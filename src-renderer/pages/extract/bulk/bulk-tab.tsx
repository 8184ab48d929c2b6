import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useJob } from '../../../api/use-job.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { Applied, ApplyBulk } from './apply-bulk.tsx'
import { BulkHistory } from './bulk-history.tsx'
import { BulkLines } from './bulk-lines.tsx'
import { ChosenPeople } from './chosen-people.tsx'
import { PasteBox } from './paste-box.tsx'
import type { Source } from './bulk.ts'

type From = 'pasted' | 'chosen' | 'history'

/** 批量改 — what is to change at the left, old beside new at the right; nothing is written before the last button. */
export function BulkTab(): ReactNode {
  const [from, setFrom] = useState<From>('pasted')
  const [source, setSource] = useState<Source>()
  const job = useJob('bulk.apply')
  const change = (next: Source | undefined): void => {
    if (!job.isRunning) job.clear()
    setSource(next)
  }
  const choose = (next: From): void => {
    setFrom(next)
    change(undefined)
  }
  return (
    <>
      <Segmented<From>
        aria-label="从哪里改"
        value={from}
        onChange={choose}
        options={[
          { value: 'pasted', label: '从 Excel、WPS 粘贴' },
          { value: 'chosen', label: '按名单选人' },
          { value: 'history', label: '改过的和撤销' },
        ]}
      />
      {from === 'history' ? (
        <BulkHistory />
      ) : (
        <div className="bulk">
          {from === 'pasted' ? (
            <PasteBox source={source} onChange={change} />
          ) : (
            <ChosenPeople onChange={change} />
          )}
          <div className="column">
            {source && <Previewed source={source} onDone={() => change(undefined)} />}
          </div>
        </div>
      )}
    </>
  )
}

/** Asked again whenever the source changes; what is applied is what is seen here. */
function Previewed({ source, onDone }: { readonly source: Source; onDone(): void }): ReactNode {
  const job = useJob('bulk.apply')
  const preview = useQuery({
    ...calls.bulk.preview.queryOptions({ input: { source } }),
    placeholderData: (before) => before,
  })
  if (job.result) return <Applied result={job.result} onClose={onDone} />
  if (preview.isError) return <ProblemAlert problem={problemOf(preview.error)} />
  if (preview.data === undefined) return <p className="quiet">正在对照…</p>
  return (
    <>
      <ApplyBulk source={source} preview={preview.data} />
      <BulkLines preview={preview.data} />
    </>
  )
}
