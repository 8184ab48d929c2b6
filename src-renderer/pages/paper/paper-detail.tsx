import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { paperKindLabels } from '../../../src-main/wording/paper-labels.ts'
import { visitStateLabels } from '../../../src-main/wording/survey-labels.ts'
import { calls, client } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { instantText } from '../../format/instant.ts'
import { returnedText, type Missing, type PaperRow } from './paper-row.ts'
import { VoidPaper } from './void-paper.tsx'

/** One paper: take it again, and whose pages have not come back. */
export function PaperDetail({ paper }: { readonly paper: PaperRow }): ReactNode {
  const take = useCommand(async (input: { documentId: string }) => saveFile(await client.paper.file(input)))
  const isClerk = useHasRole('clerk')
  const mayTake = useHasRole('clerk', 'reviewer', 'approver')
  const isCurrent = paper.status === 'current'
  return (
    <section className="paper-detail" aria-label="纸件详情">
      <h3>
        {paper.serial} {paper.villageName}
        {paperKindLabels[paper.kind]}
      </h3>
      <p className="quiet">
        {paper.printedBy} {instantText(paper.printedAt)} 打印，收回 {returnedText(paper)} 页
        {!isCurrent && `；已作废：${paper.voidReason}`}
      </p>
      <div className="buttons">
        {mayTake && (
          <Button loading={take.isPending} onClick={() => take.mutate({ documentId: paper.documentId })}>
            取件（原样）
          </Button>
        )}
        {isClerk && isCurrent && <VoidPaper paper={paper} />}
      </div>
      {take.isError && <ProblemAlert problem={problemOf(take.error)} />}
      {isCurrent && paper.lines > 0 && <MissingList paper={paper} mayExplain={isClerk} />}
    </section>
  )
}

interface ListProps {
  readonly paper: PaperRow
  readonly mayExplain: boolean
}

/** 缺页清单 — tick the households one reason is true of. */
function MissingList({ paper, mayExplain }: ListProps): ReactNode {
  const missing = useQuery(calls.paper.missing.queryOptions({ input: { documentId: paper.documentId } }))
  const explain = useCommand(client.paper.explainMissing)
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [reason, setReason] = useState('')
  if (missing.isError) return <ProblemAlert problem={problemOf(missing.error)} />
  const rows = missing.data ?? []
  if (missing.data && rows.length === 0) return <p className="ties">没有缺页。</p>
  const open = rows.filter((row) => row.reason === '')
  const tick = (lineNo: number, on: boolean): void => {
    const next = new Set(ticked)
    if (on) next.add(lineNo)
    else next.delete(lineNo)
    setTicked(next)
  }
  const all = open.length > 0 && open.every((row) => ticked.has(row.lineNo))
  return (
    <>
      <h4>
        缺页清单{' '}
        <span className="quiet">
          {rows.length} 户，未说明 {open.length} 户
        </span>
      </h4>
      {mayExplain && open.length > 0 && (
        <div className="explain-line">
          <Checkbox
            checked={all}
            indeterminate={ticked.size > 0 && !all}
            onChange={(event) =>
              setTicked(event.target.checked ? new Set(open.map((row) => row.lineNo)) : new Set())
            }
          >
            全选
          </Checkbox>
          <ReasonInput
            aria-label="缺页原因"
            placeholder="如：外出务工，已电话核实"
            style={{ flex: 1 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            type="primary"
            disabled={ticked.size === 0 || reason.trim().length < 2}
            loading={explain.isPending}
            onClick={() =>
              explain.mutate(
                { documentId: paper.documentId, lineNos: [...ticked], reason },
                { onSuccess: () => setTicked(new Set()) },
              )
            }
          >
            {ticked.size === 0 ? '说明' : `说明 ${ticked.size} 户`}
          </Button>
        </div>
      )}
      {explain.isError && <ProblemAlert problem={problemOf(explain.error)} />}
      <ul className="missing">
        {rows.map((row) => (
          <MissingLine
            key={row.lineNo}
            row={row}
            isTicked={ticked.has(row.lineNo)}
            {...(mayExplain ? { onTick: tick } : {})}
          />
        ))}
      </ul>
    </>
  )
}

interface LineProps {
  readonly row: Missing
  readonly isTicked: boolean
  onTick?(lineNo: number, on: boolean): void
}

function MissingLine({ row, isTicked, onTick }: LineProps): ReactNode {
  const text = (
    <>
      {row.groupName} <b>{row.householder || '户主待补'}</b> 第 {row.missingPages.join('、')} 页
      <span className="quiet"> {visitStateLabels[row.state]}</span>
      {row.reason !== '' && (
        <span className="said">
          {row.reason}（{row.statedBy}）
        </span>
      )}
    </>
  )
  return (
    <li>
      {onTick ? (
        <Checkbox checked={isTicked} onChange={(event) => onTick(row.lineNo, event.target.checked)}>
          {text}
        </Checkbox>
      ) : (
        text
      )}
    </li>
  )
}
