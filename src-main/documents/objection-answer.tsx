import { dayInWords } from '../wording/sentence.ts'
import { type CounterSheet, renderCounterSheet } from './counter-sheet.tsx'

/** 公示异议答复书 — what was objected to, what two people found, and what the office answers. */
export interface ObjectionAnswer extends CounterSheet {
  readonly receivedOn: string
  readonly way: string
  readonly programmeName: string
  readonly year: number
  readonly villageName: string
  readonly noticeSerial: string
  readonly lineNo: number
  readonly printedName: string
  readonly statement: string
  readonly investigators: readonly string[]
  readonly doneOn: string
  readonly finding: string
  readonly outcome: string
  readonly answer: string
  readonly answeredBy: string
  /** 监督电话 and where to go on with it. */
  readonly hotline: string
}

export function renderObjectionAnswer(answer: ObjectionAnswer): string {
  return renderCounterSheet({ title: '公示异议答复书', sheet: answer, children: <Body answer={answer} /> })
}

function Body({ answer }: { readonly answer: ObjectionAnswer }) {
  const { receivedOn, way, programmeName, year, villageName, noticeSerial, lineNo, printedName } = answer
  return (
    <>
      <p>
        您于{dayInWords(receivedOn)}
        {way}，对{villageName} {year} 年{programmeName}公示（公示编号 {noticeSerial}）第 {lineNo} 行“
        {printedName}”提出异议：{answer.statement}
      </p>
      <h2>核查情况</h2>
      <p>
        {dayInWords(answer.doneOn)}，{answer.investigators.join('、')}两人核查：{answer.finding}
      </p>
      <h2>答复</h2>
      <p>
        {answer.outcome}。{answer.answer}
      </p>
      <h2>对答复不服怎么办</h2>
      <p>可以向补贴项目主管部门反映{answer.hotline === '' ? '' : `，监督电话 ${answer.hotline}`}。</p>
      <p className="note">本答复书一式两份，异议人和乡镇各存一份。不印证号和账号。</p>
      <ul className="signing">
        <li>签批人：{answer.answeredBy}（签字）＿＿＿＿</li>
        <li>异议人签收：＿＿＿＿＿＿＿＿</li>
        <li>乡镇（盖章）：</li>
        <li>签收日期：　　　　年　　月　　日</li>
      </ul>
    </>
  )
}
