import type { ReactNode } from 'react'
import { countText, muText, yuanText } from '../../format/amount.ts'
import type { Stage } from './stage.ts'

/** 勾稽 — lines in the sheets = accepted + rejected + skipped, said in so many words. */
export function StageCounts({ stage }: { readonly stage: Stage }): ReactNode {
  const { lines, accepted, rejected, skipped } = stage.counts
  const tiesOut = lines === accepted + rejected + skipped
  const reasons = Object.entries(stage.skippedByReason).map(([reason, count]) => `${reason} ${count}`)
  const notes = [...new Set(stage.tables.flatMap((table) => table.notes))]
  const left = stage.sheets.filter((sheet) => !sheet.chosen && sheet.rows > 0)
  return (
    <>
      <div className="line">
        <span>
          {stage.fileName} · {sheetsText(stage)}
          {stage.guessed && ' · 种类是自动认出的'}
        </span>
        {left.length > 0 && (
          <span className="explain">
            未读：{left.map((sheet) => `“${sheet.name}”（${sheet.why}）`).join('、')}
          </span>
        )}
      </div>
      <div className="line">
        <span className={tiesOut ? 'ties' : 'ties-not'}>
          表内 <b>{countText(lines)}</b> 行 ＝ 有效 <b>{countText(accepted)}</b> ＋ 退回{' '}
          <b>{countText(rejected)}</b> ＋ 跳过 <b>{countText(skipped)}</b>
          {reasons.length > 0 && `（${reasons.join('、')}）`}
          {!tiesOut && '，对不上，请勿导入'}
        </span>
        {stage.sums && (
          <span>
            有效行
            {stage.sums.areaCentiMu > 0 && (
              <>
                面积 <b>{muText(stage.sums.areaCentiMu)}</b> 亩
              </>
            )}{' '}
            金额 <b>{yuanText(stage.sums.amountFen)}</b> 元
          </span>
        )}
      </div>
      {notes.map((note) => (
        <p key={note} className="explain">
          {note}
        </p>
      ))}
    </>
  )
}

function sheetsText({ tables }: Stage): string {
  const [first] = tables
  if (first === undefined) return '没有表'
  if (tables.length === 1) return `工作表“${first.sheet}” · 表头在第 ${first.headerLines.join('、')} 行`
  const names = tables.slice(0, 4).map(({ sheet, rows }) => `“${sheet}”${countText(rows)} 行`)
  return `${tables.length} 张表一并导入：${names.join('、')}${tables.length > 4 ? '等' : ''}`
}
