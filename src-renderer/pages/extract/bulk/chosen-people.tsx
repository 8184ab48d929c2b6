import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { bulkFields, type BulkField } from '../../../../src-main/domain/bulk-change.ts'
import type { ExtractDefinition } from '../../../../src-main/domain/extract-definition.ts'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useDelayed } from '../../../api/use-delayed.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { columnLabel, type Source } from './bulk.ts'

type Row = Outputs['extract']['rows']['rows'][number]

const most = 500
const columns = ['village', 'group', 'name', 'relation', 'idNumber']

interface Filter {
  readonly village: string | undefined
  readonly group: string
  readonly name: string
}

/** 按名单选人 — some of a village or group, one field, one value for all of them. */
export function ChosenPeople({ onChange }: { onChange(source: Source | undefined): void }): ReactNode {
  const [filter, setFilter] = useState<Filter>({ village: undefined, group: '', name: '' })
  const [personIds, setPersonIds] = useState<readonly string[]>([])
  const [field, setField] = useState<BulkField>('groupName')
  const [value, setValue] = useState('')
  const change = (next: Filter): void => {
    setFilter(next)
    setPersonIds([])
    onChange(undefined)
  }
  return (
    <div className="bulk-choice">
      <Filters filter={filter} onChange={change} />
      {filter.village !== undefined && <People filter={filter} chosen={personIds} onChoose={setPersonIds} />}
      <div className="line">
        <Select<BulkField>
          aria-label="改哪一项"
          style={{ width: 120 }}
          value={field}
          onChange={setField}
          options={bulkFields
            .filter((one) => one !== 'accountNo')
            .map((one) => ({ value: one, label: columnLabel(one) }))}
        />
        改为
        <Input
          aria-label="改为"
          style={{ width: 130 }}
          maxLength={200}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <Button
          disabled={personIds.length === 0 || value.trim() === ''}
          onClick={() => onChange({ kind: 'chosen', personIds: [...personIds], field, value })}
        >
          预览 {personIds.length} 人
        </Button>
      </div>
    </div>
  )
}

interface FiltersProps {
  readonly filter: Filter
  onChange(filter: Filter): void
}

function Filters({ filter, onChange }: FiltersProps): ReactNode {
  const villages = useQuery(calls.register.summary.queryOptions())
  return (
    <div className="line">
      <Select
        aria-label="村"
        placeholder="先选村"
        style={{ width: 130 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.village ?? null}
        onChange={(village: string | null) => onChange({ ...filter, village: village ?? undefined })}
        options={(villages.data?.byVillage ?? []).map(({ villageCode, villageName }) => ({
          value: villageCode,
          label: villageName,
        }))}
      />
      <Input
        aria-label="组"
        placeholder="组"
        style={{ width: 80 }}
        value={filter.group}
        onChange={({ target }) => onChange({ ...filter, group: target.value })}
      />
      <Input
        aria-label="姓名含"
        placeholder="姓名含"
        style={{ width: 90 }}
        value={filter.name}
        onChange={({ target }) => onChange({ ...filter, name: target.value })}
      />
    </div>
  )
}

interface PeopleProps {
  readonly filter: Filter
  readonly chosen: readonly string[]
  onChoose(personIds: readonly string[]): void
}

function People({ filter, chosen, onChoose }: PeopleProps): ReactNode {
  const definition = useDelayed(definitionOf(filter), 300)
  const rows = useQuery(calls.extract.rows.queryOptions({ input: { definition, limit: most } }))
  if (rows.isError) return <ProblemAlert problem={problemOf(rows.error)} />
  return (
    <>
      <Table<Row>
        rowKey={(row) => row.personId ?? row.id}
        size="small"
        virtual
        pagination={false}
        scroll={{ y: 330, x: 380 }}
        loading={rows.isPending}
        dataSource={rows.data?.rows ?? []}
        locale={{ emptyText: '没有符合的人' }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => onChoose(keys.map(String)),
          columnWidth: 36,
        }}
        columns={[
          { title: '组', width: 60, render: (_, row) => row.cells[1] },
          { title: '姓名', width: 84, render: (_, row) => row.cells[2] },
          { title: '关系', width: 76, render: (_, row) => row.cells[3] },
          { title: '证号', width: 80, render: (_, row) => row.cells[4] },
        ]}
      />
      {rows.data?.next != null && <p className="explain">只列前 {most} 人，请用组或姓名再缩小。</p>}
    </>
  )
}

function definitionOf({ village, group, name }: Filter): ExtractDefinition {
  return {
    grain: 'person',
    columns,
    conditions: {
      personStatus: 'registered',
      ...(village === undefined ? {} : { villages: [village] }),
      ...(group.trim() === '' ? {} : { group: group.trim() }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    },
  }
}
