import type { ReactNode } from 'react'

/** 核对码 — large enough to be read across a table. */
export function ComparisonCode({
  code,
  where,
}: {
  readonly code: string
  readonly where: string
}): ReactNode {
  return (
    <p className="line">
      请与{where}核对：<span className="comparison-code">{code}</span>
    </p>
  )
}
