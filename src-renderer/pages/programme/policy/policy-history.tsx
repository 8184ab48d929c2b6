import { Collapse } from 'antd'
import type { ReactNode } from 'react'
import { instantText } from '../../../format/instant.ts'
import type { PolicyView } from './policy.ts'

const statusLabels: Readonly<Record<PolicyView['history'][number]['status'], string>> = {
  draft: '待启用',
  'in-force': '现行',
  superseded: '已被后一版取代',
  withdrawn: '已撤回',
}

/** 各版 — every version of the year's list stays, with who brought it and who decided. */
export function PolicyHistory({ view: { history } }: { readonly view: PolicyView }): ReactNode {
  if (history.length < 2) return null
  return (
    <Collapse
      ghost
      items={[
        {
          key: 'history',
          label: `本年各版（${String(history.length)}）`,
          children: (
            <ul className="policy-history">
              {history.map((one) => (
                <li key={one.version}>
                  第 {one.version} 版 · {statusLabels[one.status]} · {one.source} · {one.enteredBy}{' '}
                  {instantText(one.enteredAt)}
                  {one.decidedBy !== null && ` → ${one.decidedBy} ${instantText(one.decidedAt)}`}
                  {one.reason !== '' && `（${one.reason}）`}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
