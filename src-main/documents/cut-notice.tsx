import type { Cut } from '../domain/hearing.ts'
import { dayInWords } from '../wording/sentence.ts'
import { type CounterSheet, CounterTable, renderCounterSheet } from './counter-sheet.tsx'

/** 停发、调减告知书 — before the decision what is meant and until when to speak; after it what was decided. */
export interface CutNotice extends CounterSheet {
  readonly cut: Cut
  readonly isDecided: boolean
  readonly programmeName: string
  readonly year: number
  readonly basis: string
  /** Each line: what, last time, this time. */
  readonly compared: readonly (readonly [what: string, before: string, now: string])[]
  readonly reason: string
  /** What was heard before it was decided; empty before. */
  readonly heard: string
  readonly from: string
  readonly until: string
  readonly office: {
    readonly name: string
    readonly address: string
    readonly during: string
    readonly phone: string
  }
}

const cutWords = { stop: '停发', reduce: '调减' } as const

export function renderCutNotice(notice: CutNotice): string {
  const word = cutWords[notice.cut]
  return renderCounterSheet({
    title: notice.isDecided ? `补贴${word}告知书` : `拟${word}补贴听取意见告知书`,
    sheet: notice,
    children: <Body notice={notice} />,
  })
}

function Body({ notice }: { readonly notice: CutNotice }) {
  const { cut, isDecided, programmeName, year, basis, compared, reason, heard, from, until } = notice
  const what = ` ${String(year)} 年${programmeName}`
  const since = `从${dayInWords(from)}起`
  return (
    <>
      <p>
        {isDecided
          ? `经初审，您户${what}${since}${cut === 'stop' ? '不再发放' : '减少发放'}，现书面告知如下：`
          : `经核查，您户${what}拟${since}${cut === 'stop' ? '停止发放' : '减少发放'}。作出决定以前，请您说明情况、提出意见：`}
      </p>
      <CounterTable
        head={['事项', '上次', '这次']}
        widths={[46, 0, 0]}
        texts={[0]}
        rows={compared.map((cells) => [...cells])}
      />
      <h2>{isDecided ? '原因' : '拟作决定的原因'}</h2>
      <p>{reason}</p>
      <h2>依据</h2>
      <p>{basis}</p>
      {heard !== '' && (
        <>
          <h2>听取意见情况</h2>
          <p>{heard}</p>
        </>
      )}
      <h2>{isDecided ? '有不同意见怎么办' : '怎么提出意见'}</h2>
      <p>
        请在{dayInWords(until)}以前，带身份证和能说明情况的材料到{officeText(notice)}
        {isDecided
          ? '提出，工作人员核实后书面答复。'
          : '当面说明，也可以打电话或由家人代为说明；逾期没有意见的，按核查情况办理。'}
      </p>
      <p className="note">
        本告知书一式两份，本人和乡镇各存一份。证号只印后四位。拒绝签收的，由两名工作人员注明。
      </p>
      <ul className="signing">
        <li>送达人：{notice.printedBy}（签字）＿＿＿＿＿</li>
        <li>本人或家人签收：＿＿＿＿＿＿＿＿</li>
        <li>乡镇（盖章）：</li>
        <li>签收日期：　　　　年　　月　　日</li>
      </ul>
    </>
  )
}

function officeText({ office, townshipName }: CutNotice): string {
  const { name, address, during, phone } = office
  const parts = [address, during, phone === '' ? '' : `电话 ${phone}`].filter((text) => text !== '')
  const place = name === '' ? `${townshipName}人民政府` : name
  return parts.length === 0 ? place : `${place}（${parts.join('，')}）`
}
