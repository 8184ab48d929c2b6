import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from '../../app/who.tsx'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { countText, yuanText } from '../../format/amount.ts'
import { shortDay } from '../../format/instant.ts'
import type { PublicityRow, PublicityVillage, ReadyVillage } from './publicity-village.ts'

interface Props {
  readonly villages: readonly PublicityVillage[]
  readonly isPending: boolean
  readonly chosenKey: string | undefined
  /** What hangs nowhere goes straight to the package. */
  readonly isUnposted: boolean
  onChoose(key: string): void
}

const columnsOf = (isUnposted: boolean): readonly GridColumn<PublicityVillage>[] => [
  { key: 'village', title: '村', width: 'minmax(76px, 1fr)', cell: (village) => village.villageName },
  { key: 'lines', title: '行', width: '46px', align: 'right', cell: (village) => countText(village.lines) },
  {
    key: 'amount',
    title: '金额（元）',
    width: '98px',
    align: 'right',
    cell: (village) => yuanText(village.amountFen),
  },
  {
    key: 'term',
    title: '期限',
    width: '134px',
    cell: (village) => village.row && <Term row={village.row} />,
  },
  {
    key: 'next',
    title: '下一步',
    width: '108px',
    cell: (village) => <Next village={village} isUnposted={isUnposted} />,
  },
]

export function VillageList({ villages, isPending, chosenKey, isUnposted, onChoose }: Props): ReactNode {
  return (
    <DataGrid
      label="各村公示"
      columns={columnsOf(isUnposted)}
      rows={villages}
      total={villages.length}
      empty={isPending ? '正在读取…' : '还没有可公示的村。先在“资格初审”审完一个村。'}
      rowKey={(village) => village.key}
      selectedKey={chosenKey}
      onSelect={(village) => onChoose(village.key)}
    />
  )
}

function Term({ row }: { readonly row: PublicityRow }): ReactNode {
  return termText(row, useWho().state.today)
}

function termText(row: PublicityRow, today: string): string {
  if (row.status === 'concluded') return '已办结'
  if (row.lastDay === null || row.daysLeft === null) return '未张贴'
  if (row.lastDay === today) return '今日到期'
  return row.lastDay < today
    ? `${shortDay(row.lastDay)} 已满`
    : `${shortDay(row.lastDay)} 止，余 ${row.daysLeft} 天`
}

const nextTags: Record<PublicityRow['next'], { readonly color: string; readonly label: string }> = {
  print: { color: 'processing', label: '待打印' },
  post: { color: 'processing', label: '待张贴' },
  evidence: { color: 'warning', label: '缺张贴证据' },
  wait: { color: 'default', label: '公示中' },
  objection: { color: 'error', label: '待答复异议' },
  conclude: { color: 'success', label: '可办结' },
  done: { color: 'default', label: '已办结' },
  withdrawn: { color: 'default', label: '已撤下' },
}

function Next({
  village,
  isUnposted,
}: {
  readonly village: PublicityVillage
  readonly isUnposted: boolean
}): ReactNode {
  if (village.row)
    return <Tag color={nextTags[village.row.next].color}>{nextTags[village.row.next].label}</Tag>
  return village.ready && <ReadyTag ready={village.ready} isUnposted={isUnposted} />
}

function ReadyTag({
  ready,
  isUnposted,
}: {
  readonly ready: ReadyVillage
  readonly isUnposted: boolean
}): ReactNode {
  if (ready.waiting > 0) return <Tag color="default">{ready.waiting} 笔未审完</Tag>
  if (!ready.verified) return <Tag color="warning">缺核实说明</Tag>
  return <Tag color="success">{isUnposted ? '可报送' : '可冻结'}</Tag>
}
