import { dayInWords } from '../wording/sentence.ts'
import { type CounterSheet, CounterTable, renderCounterSheet } from './counter-sheet.tsx'

/** 一次性告知单 — everything the person still has to bring, said once and completely. */
export interface OneTimeNotice extends CounterSheet {
  readonly points: readonly { readonly title: string; readonly detail: string }[]
  readonly items: readonly string[]
  readonly note: string
  readonly until: string | null
  /** 办理地点、电话 of the office, as far as they are known. */
  readonly office: {
    readonly name: string
    readonly address: string
    readonly during: string
    readonly phone: string
  }
}

export function renderOneTimeNotice(notice: OneTimeNotice): string {
  return renderCounterSheet({ title: '一次性告知单', sheet: notice, children: <Body notice={notice} /> })
}

function Body({ notice }: { readonly notice: OneTimeNotice }) {
  const { points, items, note, until } = notice
  return (
    <>
      {points.length > 0 && (
        <>
          <h2>一、要办的事（{points.length} 件）</h2>
          <CounterTable
            head={['序号', '事项', '存在的问题和怎么办']}
            widths={[12, 58, 0]}
            texts={[1, 2]}
            rows={points.map(({ title, detail }, at) => [String(at + 1), title, detail])}
          />
        </>
      )}
      <h2>{points.length > 0 ? '二、' : '一、'}要带的材料（一次带齐）</h2>
      <CounterTable
        head={['序号', '材料', '收到']}
        widths={[12, 0, 24]}
        texts={[1]}
        rows={(items.length === 0 ? ['不用带材料'] : items).map((item, at) => [String(at + 1), item, ''])}
      />
      {note !== '' && (
        <>
          <h2>{points.length > 0 ? '三、' : '二、'}其他说明</h2>
          <p>{note}</p>
        </>
      )}
      <p>
        {until === null ? '请备齐后尽早来办。' : `请在${dayInWords(until)}以前来办，逾期的按当年政策处理。`}
        {officeText(notice)}
      </p>
      <p className="note">
        以上为本次一次告知的全部内容；材料齐全的，窗口不再要求补其他材料。本单一式两份，申请人和窗口各存一份。证号、账号只印后四位。
      </p>
      <ul className="signing">
        <li>经办人：{notice.printedBy}（签字）＿＿＿＿＿＿</li>
        <li>申请人签收：＿＿＿＿＿＿＿＿＿＿</li>
        <li>办理窗口（盖章）：</li>
        <li>签收日期：　　　　年　　月　　日</li>
      </ul>
    </>
  )
}

function officeText({ office }: OneTimeNotice): string {
  const { name, address, during, phone } = office
  const parts = [
    ['办理窗口', name],
    ['地址', address],
    ['时间', during],
    ['电话', phone],
  ].flatMap(([label, text]) => (text === '' ? [] : [`${label ?? ''}：${text ?? ''}`]))
  return parts.length === 0 ? '' : `${parts.join('；')}。`
}
