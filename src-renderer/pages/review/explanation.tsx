import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { instantText } from '../../format/instant.ts'
import { ExplainTogether } from './explain-together.tsx'
import type { FindingView } from './finding-detail.tsx'

/** 说明 — what was written of a must-explain finding, or the way to write one text for all of the same cause. */
export function Explanation({ finding }: { readonly finding: FindingView }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const { explanation } = finding
  if (finding.severity !== 'explain') return null
  return (
    <>
      {explanation && (
        <p>
          已说明：{explanation.statement}{' '}
          <span className="quiet">
            {explanation.by} {instantText(explanation.at)}
            {explanation.together > 1 && `，同因 ${explanation.together} 条一起`}
          </span>
        </p>
      )}
      {explanation === null && finding.mayExplain && (
        <Button size="small" onClick={() => setOpen(true)}>
          同因的一起说明…
        </Button>
      )}
      {isOpen && <ExplainTogether findingId={finding.findingId} onClose={() => setOpen(false)} />}
    </>
  )
}
