import type { ReactNode } from 'react'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import type { Outputs } from '../../api/calls.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { FindingTag } from '../../components/finding-tag.tsx'
import { muText, yuanText } from '../../format/amount.ts'

type ReviewRow = Outputs['review']['list']['rows'][number]

interface Props {
  readonly rows: readonly ReviewRow[]
  readonly total: number
  readonly isPending: boolean
  /** By land a line has an area; otherwise a standard of its own and how often it is paid. */
  readonly isByLand: boolean
  readonly chosenId: string | undefined
  onChoose(applicationId: string): void
  onReachEnd(): void
}

const person: readonly GridColumn<ReviewRow>[] = [
  {
    key: 'place',
    title: '村组',
    width: 'minmax(104px, 1.1fr)',
    cell: (row) => row.villageName + row.groupName,
  },
  { key: 'name', title: '享受人', width: '74px', cell: (row) => row.name },
  { key: 'id', title: '证号', width: '68px', cell: (row) => `…${row.idTail}` },
]

const land: readonly GridColumn<ReviewRow>[] = [
  { key: 'area', title: '面积（亩）', width: '98px', align: 'right', cell: (row) => muText(row.areaCentiMu) },
  {
    key: 'previous',
    title: '上年',
    width: '62px',
    align: 'right',
    className: (row) =>
      row.previousAreaCentiMu !== null && row.previousAreaCentiMu !== row.areaCentiMu ? 'explain' : '',
    cell: (row) => muText(row.previousAreaCentiMu),
  },
]

const counted: readonly GridColumn<ReviewRow>[] = [
  { key: 'rate', title: '标准（元）', width: '98px', align: 'right', cell: (row) => row.rateYuan ?? '分段' },
  { key: 'quantity', title: '数量', width: '62px', align: 'right', cell: (row) => quantityText(row) },
]

const outcome: readonly GridColumn<ReviewRow>[] = [
  {
    key: 'amount',
    title: '金额（元）',
    width: '98px',
    align: 'right',
    cell: (row) => yuanText(row.amountFen),
  },
  { key: 'status', title: '状态', width: '82px', cell: (row) => statusLabels[row.status] },
  {
    key: 'findings',
    title: '疑点',
    width: 'minmax(130px, 1.6fr)',
    cell: (row) => <Findings row={row} />,
    text: (row) => row.findings.map(({ title }) => title).join('、'),
  },
]

const columnsByLand = [...person, ...land, ...outcome]
const columnsByCount = [...person, ...counted, ...outcome]

function quantityText({ quantityCenti }: ReviewRow): string {
  return quantityCenti === null ? '—' : String(quantityCenti / 100)
}

export function ReviewList(props: Props): ReactNode {
  const { rows, total, isPending, isByLand, chosenId, onChoose, onReachEnd } = props
  return (
    <DataGrid
      label="申报"
      columns={isByLand ? columnsByLand : columnsByCount}
      rows={rows}
      total={total}
      empty={isPending ? '正在读取…' : '没有符合条件的申报。可放宽上面的条件。'}
      rowKey={(row) => row.applicationId}
      selectedKey={chosenId}
      onSelect={(row) => onChoose(row.applicationId)}
      onReachEnd={onReachEnd}
    />
  )
}

function Findings({ row }: { readonly row: ReviewRow }): ReactNode {
  const [first, ...others] = row.findings
  if (first === undefined) return <span className="quiet">无</span>
  return (
    <span title={row.findings.map((finding) => finding.title).join('、')}>
      <FindingTag severity={first.severity} title={first.title} />
      {others.length > 0 && `＋${others.length}`}
    </span>
  )
}
