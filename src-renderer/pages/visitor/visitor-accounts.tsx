import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { accountKindLabels } from '../../../src-main/wording/register-labels.ts'
import { RevealedNumber } from '../register/revealed-number.tsx'
import type { Visitor } from './visitor.ts'

/** 本人账户, the active ones first; what has to be looked into stands among the open points. */
export function VisitorAccounts({ visitor }: { readonly visitor: Visitor }): ReactNode {
  if (visitor.accounts.length === 0) return <p className="quiet">没有登记收款账户。</p>
  return (
    <section aria-label="收款账户">
      <h3>收款账户</h3>
      <ul className="visitor-accounts">
        {visitor.accounts.map(
          ({ accountId, accountMasked, kind, bankName, holderName, status, onTheWay }) => (
            <li key={accountId} className="line">
              <RevealedNumber subject="account-no" subjectId={accountId} masked={accountMasked} />
              <span>
                {accountKindLabels[kind]}　户名 {holderName}　{bankName}
              </span>
              {status === 'closed' && <Tag>已停用</Tag>}
              {onTheWay > 0 && <span className="quiet">在办 {onTheWay} 笔付到这里</span>}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
