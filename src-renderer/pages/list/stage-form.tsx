import { UploadOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { listKinds, listKindTerms, type ListKind } from '../../../src-main/domain/list-kind.ts'
import { useWho } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'
import { StagingProgress } from './staging-progress.tsx'
import { useStaging } from './use-staging.ts'

const unknown = 'unknown' as const
const kindOptions = [
  { value: unknown, label: '自动识别' },
  ...listKinds.map((kind) => ({ value: kind, label: listKindTerms[kind].label })),
]
const why: Record<ListKind | typeof unknown, string> = {
  [unknown]: '按表头和标题认出是哪一种，预览时可以改。',
  'household-register': '建立村、户、人的登记簿，先导这一份；平台对象库也按这一种。',
  'farmland-roll': '上年发放清册，用来滚入今年的申报。',
  'allowance-roll': '其他补贴历年、各月的发放名册，项目在预览时指定。',
  'land-rights': '确权面积，用来查超面积。',
  'land-transfers': '流转的对方、地块、起止和补贴归属。',
  deceased: '用来查名单人员死亡。',
  'disability-certificates': '残疾类别、等级和有效期，用来查残补资格。',
  'social-relief': '低保、特困、边缘户等在册名单，一个文件几张表可一次导入。',
  payroll: '用来查财政供养人员。',
  convicted: '服刑、强戒的起止，用来查应中止的。',
}

/** Choose the file, and its kind if one likes; it is read and judged first, nothing is written before the clerk says so. */
export function StageForm(): ReactNode {
  const { year } = useWho()
  const [kind, setKind] = useState<ListKind | typeof unknown>(unknown)
  const [listYear, setListYear] = useState<number | null>(null)
  const staging = useStaging()
  const hasYear = kind !== unknown && listKindTerms[kind].years === true
  return (
    <Panel title="导入清单" className="stage-form">
      <div className="line">
        <label>
          清单种类 <Select value={kind} onChange={setKind} options={kindOptions} style={{ width: 230 }} />
        </label>
        {hasYear && (
          <label>
            发放年度{' '}
            <InputNumber
              min={2000}
              max={2100}
              value={listYear}
              placeholder={`按标题，如 ${year - 1}`}
              onChange={setListYear}
              style={{ width: 130 }}
            />
          </label>
        )}
        <Button
          type="primary"
          icon={<UploadOutlined />}
          disabled={staging.isRunning}
          loading={staging.isPicking}
          onClick={() =>
            staging.choose({ kind: kind === unknown ? null : kind, year: hasYear ? listYear : null })
          }
        >
          选择文件…
        </Button>
        <span className="quiet">{why[kind]}</span>
      </div>
      <div className="line">
        <span className="quiet">支持 xlsx、xls、csv、txt，不用先整理格式；先给您看，点了导入才写入。</span>
        <SecrecyNotice />
      </div>
      <StagingProgress staging={staging} />
    </Panel>
  )
}
