import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { JobLine } from '../../app/job-line.tsx'
import { useHasRole } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { RoundChoice } from '../survey/round-choice.tsx'
import { useRound } from '../survey/use-round.ts'
import { PaperList } from './paper-list.tsx'
import { PrintPaper } from './print-paper.tsx'
import { ScanList } from './scan-list.tsx'
import { TakeIn } from './take-in.tsx'
import './paper.css'

type View = 'printed' | 'tray' | 'attached' | 'set-aside'

/** 纸件 — what was printed for a round and came back; the tray of what has no place yet. */
export function PaperTab(): ReactNode {
  const { rounds, error, chosen, choose } = useRound()
  const [view, setView] = useState<View>('printed')
  const isClerk = useHasRole('clerk')
  const tray = useQuery(calls.paper.scans.queryOptions({ input: { state: 'tray', limit: 1 } }))
  if (error !== null) return <ProblemAlert problem={problemOf(error)} />
  if (rounds === undefined) return <p className="quiet">正在读取…</p>
  if (chosen === undefined) return <p className="quiet">还没有摸底轮次，先在“轮次与进度”开一轮。</p>
  return (
    <>
      <div className="round-line">
        <RoundChoice rounds={rounds} chosen={chosen} onChoose={choose} />
      </div>
      <div className="round-line">
        <Segmented
          aria-label="纸件"
          value={view}
          options={[
            { value: 'printed', label: '打印与收回' },
            { value: 'tray', label: `未识别 ${tray.data?.total ?? ''}` },
            { value: 'attached', label: '已归位' },
            { value: 'set-aside', label: '已移出' },
          ]}
          onChange={(next) => setView(next as View)}
        />
        {isClerk && <PrintPaper round={chosen} />}
        {isClerk && <TakeIn onShowTray={() => setView('tray')} />}
      </div>
      <JobLine kind="paper.print" title="正在生成纸件" />
      <JobLine kind="paper.take-in" title="正在收件" />
      {view === 'printed' ? (
        <PaperList roundId={chosen.roundId} />
      ) : (
        <ScanList key={view} state={view} roundId={chosen.roundId} />
      )}
    </>
  )
}
