import { Button, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import type { Outputs } from '../../api/calls.ts'
import { countText } from '../../format/amount.ts'
import { CheckDrawer } from './check-drawer.tsx'
import type { ReviewFilter } from './use-review-filter.ts'

interface Props {
  readonly overview: Outputs['review']['overview']
  readonly filter: ReviewFilter
}

const all = 'all'

export function ReviewFilters({ overview, filter }: Props): ReactNode {
  const [isTold, setTold] = useState(false)
  // The chosen one stays when its last record has moved on, or nothing would show what empties the list.
  const statuses = overview.byStatus.filter((sum) => sum.totals.rows > 0 || sum.status === filter.status)
  return (
    <div className="line filters">
      <Segmented
        aria-label="状态"
        value={filter.status ?? all}
        onChange={(status) => filter.choose({ status: status === all ? undefined : status })}
        options={[
          { value: all, label: `全部 ${countText(overview.totals.rows)}` },
          ...statuses.map((sum) => ({
            value: sum.status as string,
            label: `${statusLabels[sum.status]} ${countText(sum.totals.rows)}`,
          })),
        ]}
      />
      <Select
        aria-label="村"
        placeholder="全部村"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 130 }}
        value={filter.villageCode ?? null}
        onChange={(village: string | null | undefined) => filter.choose({ village: village ?? undefined })}
        options={overview.byVillage.map((village) => ({
          value: village.villageCode,
          label: village.villageName,
        }))}
      />
      <Select
        aria-label="疑点"
        placeholder="全部疑点"
        allowClear
        style={{ width: 200 }}
        value={filter.finding ?? null}
        onChange={(finding: string | null | undefined) => filter.choose({ finding: finding ?? undefined })}
        options={[
          { value: 'with', label: `有疑点 ${countText(overview.withFindings)}` },
          { value: 'without', label: '无疑点' },
          ...overview.byCheck.map((check) => ({ value: check.check, label: `${check.title} ${check.rows}` })),
        ]}
      />
      <Button type="link" size="small" onClick={() => setTold(true)}>
        检查说明
      </Button>
      {isTold && <CheckDrawer onClose={() => setTold(false)} />}
    </div>
  )
}
