import type { ReactNode } from 'react'
import { countText, muText, yuanText } from '../format/amount.ts'

interface Props {
  readonly label: string
  readonly totals: {
    readonly rows: number
    readonly people: number
    readonly households: number
    readonly areaCentiMu: number
    readonly amountFen: number
  }
}

/** 口径 — rows, people and households named apart, with area and money. */
export function CountLine({ label, totals }: Props): ReactNode {
  return (
    <span className="count-line">
      {label} <b>{countText(totals.rows)}</b> 行 · <b>{countText(totals.people)}</b> 人 ·{' '}
      <b>{countText(totals.households)}</b> 户
      {totals.areaCentiMu > 0 && (
        <>
          {' '}
          面积 <b>{muText(totals.areaCentiMu)}</b> 亩
        </>
      )}{' '}
      金额 <b>{yuanText(totals.amountFen)}</b> 元
    </span>
  )
}
