import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { neverPosted } from '../../../src-main/domain/posted-line.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { TermsFacts } from './terms-facts.tsx'
import { TermsForm } from './terms-form.tsx'

/** Terms of one programme: those in force, a draft waiting for a second person, and the way to enter new ones. */
export function ProgrammeTerms({ row }: { readonly row: ProgrammeRow }): ReactNode {
  const [isEditing, setEditing] = useState(false)
  const mayEnter = useHasRole('clerk')
  if (isEditing) return <TermsForm row={row} onDone={() => setEditing(false)} />
  return (
    <>
      <p className="quiet">资料来源：{confidenceText(row.confidence)}。</p>
      {neverPosted.includes(row.programmeCode) && (
        <p className="explain">这个项目按规定不张榜公示；不公示的项目怎样报送还没有做，先不要在本机上报。</p>
      )}
      {row.listed === null && (
        <p className="explain">这个项目不在当年已启用的县清单里，条款可以先录，启用要等清单。</p>
      )}
      {row.draft && <Draft draft={row.draft} />}
      {row.terms && (
        <section>
          <h3 className="line">
            <Tag color="success">已启用 第 {row.terms.version} 版</Tag>
          </h3>
          <TermsFacts terms={row.terms} />
        </section>
      )}
      {!row.terms && !row.draft && (
        <p>
          当年条款未录入。<b>没有县当年清单确认的标准和公示条款，不能算钱，也不能公示。</b>
        </p>
      )}
      {mayEnter && (
        <div className="buttons">
          <Button type={row.terms || row.draft ? 'default' : 'primary'} onClick={() => setEditing(true)}>
            {row.terms || row.draft ? '录入新的一版' : '录入条款'}
          </Button>
          <span className="quiet">录入后须由另一人（审核或负责人）核对启用。</span>
        </div>
      )}
    </>
  )
}

function confidenceText(confidence: string): string {
  const texts: Record<string, string> = { source: '主要事实有文件来源', partial: '部分事实有文件来源' }
  return texts[confidence] ?? '未确认，须与县当年清单核对'
}

function Draft({ draft }: { readonly draft: NonNullable<ProgrammeRow['draft']> }): ReactNode {
  const activate = useCommand(client.programme.activate)
  return (
    <section className="draft">
      <h3 className="line">
        <Tag color="warning">待启用</Tag> {draft.enteredBy} 录入
      </h3>
      <TermsFacts terms={draft} />
      {activate.isError && <ProblemAlert problem={problemOf(activate.error)} />}
      {draft.mayActivate ? (
        <Button
          type="primary"
          loading={activate.isPending}
          onClick={() => activate.mutate({ termsId: draft.termsId })}
        >
          已与文件核对，启用
        </Button>
      ) : (
        <p className="quiet">须由录入人以外的审核或负责人启用。</p>
      )}
    </section>
  )
}
