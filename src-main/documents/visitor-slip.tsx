import { type CounterSheet, CounterTable, renderCounterSheet } from './counter-sheet.tsx'

/** 查询单 — what the office has of one person, for whoever asked; numbers show their last four. */
export interface VisitorSlip extends CounterSheet {
  readonly rows: readonly SlipRow[]
  readonly openPoints: readonly { readonly title: string; readonly detail: string }[]
  /** Whether every programme of the township is in it. */
  readonly isWhole: boolean
}

interface SlipRow {
  readonly period: string
  readonly programme: string
  readonly area: string
  readonly amount: string
  readonly state: string
  readonly account: string
  readonly note: string
}

export function renderVisitorSlip(slip: VisitorSlip): string {
  return renderCounterSheet({ title: '惠民惠农财政补贴查询单', sheet: slip, children: <Body slip={slip} /> })
}

function Body({ slip }: { readonly slip: VisitorSlip }) {
  return (
    <>
      <h2>历年各项（{slip.rows.length} 行，新的在前）</h2>
      {slip.rows.length === 0 ? (
        <p>本窗口经办的项目里没有查到本人的申报和清册。</p>
      ) : (
        <CounterTable
          head={['年度', '项目', '面积（亩）', '金额（元）', '状态', '账号', '说明']}
          widths={[17, 38, 20, 23, 21, 16, 0]}
          texts={[1, 6]}
          numbers={[2, 3]}
          rows={slip.rows.map((row) => [
            ...[row.period, row.programme, row.area, row.amount, row.state, row.account, row.note],
          ])}
        />
      )}
      {slip.openPoints.length > 0 && (
        <>
          <h2>现在还没办完的</h2>
          <CounterTable
            head={['序号', '事项', '说明']}
            widths={[12, 58, 0]}
            texts={[1, 2]}
            rows={slip.openPoints.map(({ title, detail }, at) => [String(at + 1), title, detail])}
          />
        </>
      )}
      <p className="note">
        {!slip.isWhole && '本单只列本窗口经办的项目，其他项目请到相应窗口查询。'}
        清册没有写明到账情况的，以银行流水为准。本单由工作站按登记的内容生成，供本人了解情况，不作领款、质押凭据；证号、账号只印后四位。
      </p>
      <ul className="signing">
        <li>打印人：{slip.printedBy}</li>
        <li>领单人（签字）：＿＿＿＿＿＿＿＿</li>
      </ul>
    </>
  )
}
