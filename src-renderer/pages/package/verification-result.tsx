import { Alert, Table } from 'antd'
import type { ReactNode } from 'react'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { countText, yuanText } from '../../format/amount.ts'

type Verification = JobResult<'package.verify'>

/** Every check by its name: what holds and what does not. */
export function VerificationResult({ result }: { readonly result: Verification }): ReactNode {
  return (
    <section className="verification">
      <Alert
        type={result.ok ? 'success' : 'error'}
        showIcon
        title={result.ok ? '验证通过' : '验证不通过：不要使用这个包，请联系发出单位'}
        description={summary(result)}
      />
      <Table
        rowKey="name"
        pagination={false}
        dataSource={[...result.checks]}
        columns={[
          { title: '检查', dataIndex: 'name' },
          {
            title: '结果',
            width: 76,
            render: (_, check) => (
              <span className={check.ok ? 'ties' : 'ties-not'}>{check.ok ? '通过' : '不通过'}</span>
            ),
          },
          { title: '说明', dataIndex: 'detail' },
        ]}
      />
      {result.signers.map((signer) => (
        <p key={signer.fingerprint} className="quiet fingerprint">
          签名：{signer.owner ?? '未登记的签名人'}（{signer.role}）指纹 {signer.fingerprint}
        </p>
      ))}
    </section>
  )
}

function summary(result: Verification): string {
  const parts = [
    result.township,
    result.rows === null ? null : `${countText(result.rows)} 行`,
    result.totalFen === null ? null : `${yuanText(result.totalFen)} 元`,
    result.demonstration === true ? '演示件' : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
