import { dayInWords } from '../wording/sentence.ts'
import { type CounterSheet, CounterTable, renderCounterSheet } from './counter-sheet.tsx'

/** 公示情况说明 — how one notice hung and ended; with no objection it is the 无异议证明 (domain.md §3.2). */
export interface PublicityStatement extends CounterSheet {
  readonly villageName: string
  readonly programmeName: string
  readonly year: number
  readonly noticeSerial: string
  readonly edition: number
  readonly checkCode: string
  readonly lines: number
  readonly amountYuan: string
  readonly postedOn: string
  readonly lastDay: string
  readonly place: string
  readonly postedBy: string
  readonly evidence: readonly string[]
  /** Of each objection: line, when and how it came, what became of it. Never who objected. */
  readonly objections: readonly (readonly [line: string, came: string, outcome: string])[]
  readonly ending: string
  readonly concludedOn: string
}

export function renderPublicityStatement(statement: PublicityStatement): string {
  const title = statement.objections.length === 0 ? '公示无异议证明' : '公示情况说明'
  return renderCounterSheet({ title, sheet: statement, children: <Body statement={statement} /> })
}

function Body({ statement }: { readonly statement: PublicityStatement }) {
  const { villageName, programmeName, year, noticeSerial, edition, objections, evidence } = statement
  return (
    <>
      <p>
        {villageName} {year} 年{programmeName}申报情况公示（公示编号 {noticeSerial}，第 {edition} 版，校验码{' '}
        {statement.checkCode}），共 {statement.lines} 行，金额 {statement.amountYuan} 元。
      </p>
      <h2>一、张贴</h2>
      <p>
        {dayInWords(statement.postedOn)}在{statement.place}张贴，张贴人{statement.postedBy}；公示期至
        {dayInWords(statement.lastDay)}止。
      </p>
      <p>张贴证据：{evidence.join('；')}。</p>
      <h2>二、异议</h2>
      {objections.length === 0 ? (
        <p>公示期内没有收到异议。</p>
      ) : (
        <>
          <p>收到异议 {objections.length} 件，均已核查、书面答复：</p>
          <CounterTable
            head={['公示序号', '收到', '处理结果']}
            widths={[22, 46, 0]}
            texts={[2]}
            rows={objections.map((cells) => [...cells])}
          />
        </>
      )}
      <h2>三、结论</h2>
      <p>
        {statement.ending}，{dayInWords(statement.concludedOn)}办结。
      </p>
      <p className="note">本件与冻结的公示名单、张贴证据一并存档；名单以公示件和校验码为准。</p>
      <ul className="signing">
        <li>村民委员会（盖章）：</li>
        <li>村务监督委员会（签字）：＿＿＿＿＿</li>
        <li>经办人：{statement.printedBy}（签字）＿＿＿＿</li>
        <li>乡镇（盖章）：</li>
        <li>日期：　　　　年　　月　　日</li>
      </ul>
    </>
  )
}
