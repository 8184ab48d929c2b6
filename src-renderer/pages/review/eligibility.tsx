import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { instantText } from '../../format/instant.ts'
import { outcomeColors, outcomeLabels } from '../programme/rule/rule.ts'
import type { ReviewRecord } from './finding-detail.tsx'

/** 资格判定 — which rule, of which version, on what facts, and what each condition came to. */
export function Eligibility({
  judged,
}: {
  readonly judged: NonNullable<ReviewRecord['eligibility']>
}): ReactNode {
  return (
    <section aria-label="资格判定">
      <p className="line">
        <Tag color={outcomeColors[judged.outcome]}>按规则{outcomeLabels[judged.outcome]}</Tag>
        <span className="quiet">
          条款第 {judged.termsVersion} 版，{instantText(judged.at)} 判定
        </span>
      </p>
      <ul className="rule-conditions">
        {judged.conditions.map(({ said, outcome, value }) => (
          <li key={said}>
            <Tag color={outcomeColors[outcome]}>{outcomeLabels[outcome]}</Tag>
            {said}
            {value !== '' && <span className="quiet">（{value}）</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
