import { Button, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { subsidyToLabels } from '../../../../src-main/wording/register-labels.ts'
import { useHasRole } from '../../../app/who.tsx'
import { muText } from '../../../format/amount.ts'
import { sourceText } from '../../../format/source-text.ts'
import { livingOf, type Household, type Parcel, type Transfer } from '../household.ts'
import { AddTransfer } from './add-transfer.tsx'
import { EndLand, type Ended } from './end-land.tsx'
import { ParcelForm } from './parcel-form.tsx'

const right = 'right' as const
const doubts: { readonly [D in NonNullable<Transfer['doubt']>]: string } = {
  'counterpart-missing': '没有写对方，配不上',
  'counterpart-unknown': '对方在人口库里对不上人',
  'subsidy-unknown': '没有写明补贴归谁',
}

/** 土地 — what the ledger says, the parcels, and what is given to others and taken from them. */
export function LandTab({ household }: { readonly household: Household }): ReactNode {
  const [open, setOpen] = useState<'transfer' | Parcel | 'parcel'>()
  const [ending, setEnding] = useState<Ended>()
  const isClerk = useHasRole('clerk')
  const close = (): void => setOpen(undefined)
  return (
    <>
      {isClerk && household.status === 'registered' && (
        <div className="buttons tab-action">
          <Button size="small" onClick={() => setOpen('parcel')}>
            登记地块
          </Button>
          <Button
            size="small"
            disabled={livingOf(household).length === 0}
            onClick={() => setOpen('transfer')}
          >
            登记流转
          </Button>
        </div>
      )}
      <LedgerTable household={household} />
      <ParcelTable household={household} onChange={setOpen} onEnd={setEnding} />
      <TransferTable household={household} onEnd={setEnding} />
      {open === 'transfer' && <AddTransfer household={household} onClose={close} />}
      {open !== undefined && open !== 'transfer' && (
        <ParcelForm household={household} parcel={open === 'parcel' ? undefined : open} onClose={close} />
      )}
      {ending && <EndLand ended={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function LedgerTable({ household }: { readonly household: Household }): ReactNode {
  if (household.landRights.length === 0) return <p className="quiet">没有确权台账。</p>
  return (
    <Table
      rowKey={(row) => `${row.source.batchId}-${row.source.line}`}
      size="small"
      pagination={false}
      dataSource={household.landRights}
      columns={[
        { title: '确权台账：承包方', dataIndex: 'holderName', width: 170 },
        { title: '确权（亩）', align: right, width: 100, render: (_, row) => muText(row.confirmedCentiMu) },
        { title: '不予补贴', align: right, width: 100, render: (_, row) => muText(row.nonEligibleCentiMu) },
        { title: '转出', align: right, width: 90, render: (_, row) => muText(row.transferredOutCentiMu) },
        { title: '代耕', align: right, width: 90, render: (_, row) => muText(row.farmedForOthersCentiMu) },
        { title: '上限', align: right, width: 90, render: (_, row) => <b>{muText(row.capCentiMu)}</b> },
        { title: '来源', ellipsis: true, render: (_, row) => sourceText(row.source) },
      ]}
    />
  )
}

interface ParcelProps {
  readonly household: Household
  onChange(parcel: Parcel): void
  onEnd(ended: Ended): void
}

function ParcelTable({ household, onChange, onEnd }: ParcelProps): ReactNode {
  const isClerk = useHasRole('clerk')
  if (household.parcels.length === 0) return null
  return (
    <Table<Parcel>
      rowKey="parcelId"
      size="small"
      pagination={false}
      dataSource={household.parcels}
      rowClassName={({ status }) => (status === 'ended' ? 'gone-row' : '')}
      columns={[
        { title: '地块', width: 170, render: (_, { name, parcelNo }) => `${name} ${parcelNo}` },
        { title: '承包合同', dataIndex: 'contractNo', width: 160 },
        { title: '面积（亩）', align: right, width: 100, render: (_, row) => muText(row.areaCentiMu) },
        { title: '不予补贴', align: right, width: 100, render: (_, row) => muText(row.nonEligibleCentiMu) },
        { title: '地类', dataIndex: 'landUse', width: 90 },
        { title: '来源', ellipsis: true, render: (_, row) => sourceText(row.source) || '工作站登记' },
        {
          title: '办理',
          width: 120,
          render: (_, parcel) =>
            isClerk &&
            parcel.status === 'active' && (
              <>
                <Button type="link" size="small" onClick={() => onChange(parcel)}>
                  改
                </Button>
                <Button type="link" size="small" onClick={() => onEnd({ kind: 'parcel', ...parcel })}>
                  终止
                </Button>
              </>
            ),
        },
      ]}
    />
  )
}

function TransferTable({
  household,
  onEnd,
}: {
  readonly household: Household
  onEnd(ended: Ended): void
}): ReactNode {
  const isClerk = useHasRole('clerk')
  if (household.transfers.length === 0) return <p className="quiet">没有流转。</p>
  return (
    <Table<Transfer>
      rowKey="transferId"
      size="small"
      pagination={false}
      dataSource={household.transfers}
      rowClassName={({ isOver }) => (isOver ? 'gone-row' : '')}
      columns={[
        { title: '流转', width: 66, render: (_, { isGiver }) => (isGiver ? '转出' : '转入') },
        {
          title: '转出方',
          width: 130,
          render: (_, { giver }) => <Party party={giver} household={household} />,
        },
        {
          title: '转入方',
          width: 130,
          render: (_, { taker }) => <Party party={taker} household={household} />,
        },
        { title: '地块', dataIndex: 'parcelText', width: 120, ellipsis: true },
        { title: '面积（亩）', align: right, width: 92, render: (_, row) => muText(row.areaCentiMu) },
        {
          title: '起止',
          width: 180,
          render: (_, { startsOn, endsOn }) => `${startsOn ?? '不详'} 至 ${endsOn ?? '未定'}`,
        },
        { title: '补贴归', width: 84, render: (_, { subsidyTo }) => subsidyToLabels[subsidyTo] },
        {
          title: '协议、说明',
          ellipsis: true,
          render: (_, { doubt, agreement, isOver }) => (
            <>
              {isOver && <Tag>已到期或终止</Tag>}
              {doubt !== null && <Tag color="warning">{doubts[doubt]}</Tag>}
              {agreement}
            </>
          ),
        },
        {
          title: '办理',
          width: 64,
          render: (_, transfer) =>
            isClerk &&
            !transfer.isOver && (
              <Button type="link" size="small" onClick={() => onEnd({ kind: 'transfer', ...transfer })}>
                终止
              </Button>
            ),
        },
      ]}
    />
  )
}

function Party({ party, household }: { party: Transfer['giver']; household: Household }): ReactNode {
  const text = `${party.name || '没有写'}${party.idTail === '' ? '' : `（${party.idTail}）`}`
  if (party.householdId === null || party.householdId === household.householdId) return text
  return <Link to={`/register/${party.householdId}`}>{text}</Link>
}
