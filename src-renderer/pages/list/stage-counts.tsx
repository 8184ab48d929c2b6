import type { ReactNode } from 'react'
import type { Outputs } from '../../api/calls.ts'
import { countText, muText, yuanText } from '../../format/amount.ts'

/** 勾稽 — lines in the sheet = accepted + rejected + skipped, said in so many words. */
export function StageCounts({ stage }: { readonly stage: Outputs['list']['stage'] }): ReactNode {
  const { lines, accepted, rejected, skipped } = stage.counts
  const tiesOut = lines === accepted + rejected + skipped
  const reasons = Object.entries(stage.skippedByReason).map(([reason, count]) => `${reason} ${count}`)
  return (
    <>
      <div className="line">
        <span>
          {stage.fileName} · 工作表“{stage.sheet}” · 表头在第 {stage.headerLines.join('、')} 行
        </span>
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
            有效行面积 <b>{muText(stage.sums.areaCentiMu)}</b> 亩 金额 <b>{yuanText(stage.sums.amountFen)}</b>{' '}
            元
          </span>
        )}
        <span>
          与已存比较：新增 {countText(stage.difference.added)} · 变更 {countText(stage.difference.changed)} ·
          相同 {countText(stage.difference.same)}
        </span>
      </div>
      {stage.notes.map((note) => (
        <p key={note} className="explain">
          {note}
        </p>
      ))}
    </>
  )
}
