import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { mustVisitText, visitStateLabels } from '../../../../src-main/wording/survey-labels.ts'
import { instantText, shortInstantText } from '../../../format/instant.ts'
import type { DraftState } from './draft-keeper.ts'
import { useEntryPlace } from './entry-context.ts'

interface Props {
  readonly draft: DraftState
  readonly attached: number
}

/** Where one is in the list, why this household matters, and whether what was typed is safe. */
export function EntryHead({ draft, attached }: Props): ReactNode {
  const { sheet, isRevealed } = useEntryPlace()
  const { entry } = sheet
  const { index, total } = entry.place
  return (
    <header className="entry-head">
      <h2>
        {entry.villageName}
        {entry.groupName} <span className="quiet">{entry.householdNo}</span>
      </h2>
      <Tag color="processing">
        第 {index} / {total} 户
      </Tag>
      {entry.state !== 'unvisited' && <Tag color="success">{visitStateLabels[entry.state]}</Tag>}
      {entry.roundStatus === 'closed' && <Tag>轮次已结束，只能看</Tag>}
      <span className="entry-why">
        {entry.mustVisit.map((reason) => (
          <Tag key={reason.code + reason.name + reason.note} color="error">
            必访：{mustVisitText(reason)}
          </Tag>
        ))}
        {entry.otherDrafts.map((other) => (
          <Tag key={other.by} color="warning">
            {other.by} {shortInstantText(other.savedAt)} 也有未存的草稿
          </Tag>
        ))}
      </span>
      <span className="entry-safe">
        {entry.attachments + attached > 0 && <span>附件 {entry.attachments + attached} </span>}
        {isRevealed && <span className="explain">正显示全号，F9 收起 </span>}
        <DraftText state={draft} />
        <span className="quiet"> F2 存并下一户 · F8 附件 · Esc 返回</span>
      </span>
    </header>
  )
}

function DraftText({ state }: { readonly state: DraftState }): ReactNode {
  switch (state.kind) {
    case 'clean':
      return null
    case 'typing':
      return <span role="status">正在自动保存…</span>
    case 'kept':
      return (
        <span role="status" className="ties">
          已自动保存 {clockText(state.at)}
        </span>
      )
    case 'failed':
      return (
        <span role="status" className="must">
          还没有存上，正在重试，请不要关闭
        </span>
      )
  }
}

function clockText(at: string): string {
  return `${instantText(at).slice(11)}:${at.slice(17, 19)}`
}
