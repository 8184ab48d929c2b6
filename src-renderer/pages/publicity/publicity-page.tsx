import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { JobLine } from '../../app/job-line.tsx'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import { useProgramme } from '../../app/use-programme.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { FreezeAction } from './freeze-action.tsx'
import { NoticeLife } from './notice-life.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { PrintAction } from './print-action.tsx'
import { VillageVerification } from './village-verification.tsx'
import { VillageList } from './village-list.tsx'
import { villagesOf } from './publicity-village.ts'
import './publicity.css'

/** 公示 — villages and what each needs next; the life of one notice; the paper as it will hang. */
export function PublicityPage(): ReactNode {
  const { year } = useWho()
  const programme = useProgramme()
  const { programmeCode } = programme
  const period = { programmeCode, year }
  const seesCases = useHasRole('clerk', 'reviewer', 'approver', 'auditor')
  const [chosenKey, setChosenKey] = useState<string>()
  const list = useQuery(calls.publicity.list.queryOptions({ input: period }))
  if (list.isError) return <ProblemAlert problem={problemOf(list.error)} />
  const villages = list.data ? villagesOf(list.data) : []
  const chosen = villages.find((village) => village.key === chosenKey) ?? villages[0]
  const terms = programme.choices.find((choice) => choice.programmeCode === programmeCode)?.terms
  const isUnposted = terms?.publicity.posted === false
  return (
    <>
      <Panel
        title={
          <>
            公示 · <ProgrammeChoice programme={programme} />
          </>
        }
        className="publicity-left"
        extra={
          list.data && (
            <>
              {!isUnposted && <FreezeAction programmeCode={programmeCode} ready={list.data.ready} />}
              <PrintAction rows={list.data.rows} />
            </>
          )
        }
      >
        {isUnposted && (
          <p className="explain">
            本项目按政策条款不公示、不张榜。各村登记核实情况说明后，到“报送”生成报送包。
          </p>
        )}
        <JobLine kind="publicity.freeze" title="正在冻结名单" />
        <JobLine kind="publicity.print" title="正在生成公示件" />
        <VillageList
          villages={villages}
          isPending={list.isPending}
          chosenKey={chosen?.key}
          isUnposted={isUnposted}
          onChoose={setChosenKey}
        />
        {/* What is being worked on stays chosen when its place in the list changes. */}
        <div className="publicity-below" onFocusCapture={() => setChosenKey(chosen?.key)}>
          {chosen?.ready && seesCases && (
            <VillageVerification key={chosen.key} programmeCode={programmeCode} ready={chosen.ready} />
          )}
          {chosen?.row && <NoticeLife key={chosen.key} publicityId={chosen.row.publicityId} />}
        </div>
      </Panel>
      <section className="paper" aria-label="公示件预览">
        {chosen?.row ? (
          <NoticePreview publicityId={chosen.row.publicityId} serial={chosen.row.serial} />
        ) : (
          <p className="quiet">{isUnposted ? '本项目没有公示件。' : '名单冻结后在这里预览公示件。'}</p>
        )}
      </section>
    </>
  )
}
