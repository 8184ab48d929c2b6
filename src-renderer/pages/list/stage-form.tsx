import { UploadOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { listKinds, listKindTerms, type ListKind } from '../../../src-main/domain/list-kind.ts'
import { useWho } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'
import { StagingProgress } from './staging-progress.tsx'
import { useStaging } from './use-staging.ts'

const kindOptions = listKinds.map((kind) => ({ value: kind, label: listKindTerms[kind].label }))
const why: Record<ListKind, string> = {
  'household-register': '建立村、户、人的登记簿，先导这一份。',
  'farmland-roll': '上年发放清册，用来滚入今年的申报。',
  'land-rights': '确权面积，用来查超面积。',
  deceased: '用来查名单人员死亡。',
  payroll: '用来查财政供养人员。',
}

/** Choose the kind and the file; it is read and judged first, nothing is written before the clerk says so. */
export function StageForm(): ReactNode {
  const { year } = useWho()
  const [kind, setKind] = useState<ListKind>('household-register')
  const [listYear, setListYear] = useState(year - 1)
  const staging = useStaging()
  const isRoll = kind === 'farmland-roll'
  return (
    <Panel title="导入清单" className="stage-form">
      <div className="line">
        <label>
          清单种类 <Select value={kind} onChange={setKind} options={kindOptions} style={{ width: 230 }} />
        </label>
        {isRoll && (
          <label>
            发放年度{' '}
            <InputNumber
              min={2000}
              max={2100}
              value={listYear}
              onChange={(to) => to !== null && setListYear(to)}
              style={{ width: 80 }}
            />
          </label>
        )}
        <Button
          type="primary"
          icon={<UploadOutlined />}
          disabled={staging.isRunning}
          loading={staging.isPicking}
          onClick={() => staging.choose({ kind, year: isRoll ? listYear : null })}
        >
          选择文件…
        </Button>
        <span className="quiet">{why[kind]} 支持 xlsx、xls、csv、txt，不用先整理格式。</span>
        <SecrecyNotice />
      </div>
      <StagingProgress staging={staging} />
    </Panel>
  )
}
