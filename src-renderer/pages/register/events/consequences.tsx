import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { outcomeLabels } from '../../../../src-main/wording/event-sentences.ts'
import { statusLabels } from '../../../../src-main/wording/status-labels.ts'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { yuanText } from '../../../format/amount.ts'

type Row = Outputs['household']['consequences']['applications'][number]

interface Props {
  readonly personId: string
  readonly diedOn: string | null
}

/** What it would do to every record on its way, by each programme's own terms. */
export function useConsequences({ personId, diedOn }: Props) {
  return useQuery(
    calls.household.consequences.queryOptions({ input: { personId, diedOn }, enabled: personId !== '' }),
  )
}

export function Consequences(props: Props): ReactNode {
  const consequences = useConsequences(props)
  if (consequences.isError) return <ProblemAlert problem={problemOf(consequences.error)} />
  if (!consequences.data) return null
  const { applications, ofOtherOffices } = consequences.data
  return (
    <div className="consequences">
      {applications.length === 0 ? (
        <p className="quiet">没有您经办的在办申报。</p>
      ) : (
        <Table<Row>
          rowKey="applicationId"
          size="small"
          pagination={false}
          dataSource={applications}
          columns={[
            { title: '在办申报', render: (_, row) => `${row.year} 年${row.programmeName}` },
            { title: '状态', width: 90, render: (_, row) => statusLabels[row.status] },
            { title: '金额（元）', width: 100, align: 'right', render: (_, row) => yuanText(row.amountFen) },
            { title: '登记后', width: 250, render: (_, row) => afterText(row) },
          ]}
        />
      )}
      {ofOtherOffices > 0 && (
        <p className="explain">
          另有 {ofOtherOffices} 笔不是您经办的项目，由经办的站所检查时发现、各自办理承接或停发。
        </p>
      )}
    </div>
  )
}

function afterText({ outcome, until }: Row): string {
  return until === null ? outcomeLabels[outcome] : `${outcomeLabels[outcome]}（到 ${until}）`
}
