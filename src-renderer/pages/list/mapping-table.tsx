import { InputNumber, Select, Table } from 'antd'
import type { ReactNode } from 'react'
import { MappingConstants } from './mapping-constants.tsx'
import type { Stage } from './stage.ts'
import type { Mapping } from './use-mapping.ts'

interface Props {
  readonly stage: Stage
  readonly mapping: Mapping
  readonly at: number
}

type Column = Stage['tables'][number]['columns'][number]

/** 列对应 — every column of a sheet with some of what stands in it, and what it is taken for. */
export function MappingTable({ stage, mapping, at }: Props): ReactNode {
  const table = stage.tables[at]
  const sheet = mapping.plan.sheets.find((one) => one.sheet === table?.sheet)
  if (table === undefined || sheet === undefined) return null
  const { setField, changeSheet } = mapping
  const headIsAsRead =
    sheet.headerFrom === table.headerLines[0] && sheet.headerTo === table.headerLines.at(-1)
  const fieldOf = (column: Column) => sheet.fields[column.index] ?? null
  // another head has other columns: they are found anew
  const setHead = (values: { headerFrom?: number; headerTo?: number }): void =>
    changeSheet(sheet.sheet, { ...values, fields: [] })
  const headInput = (value: number, onChange: (line: number) => void) => (
    <InputNumber
      min={1}
      max={200}
      value={value}
      onChange={(line) => line !== null && onChange(line)}
      style={{ width: 60 }}
    />
  )
  return (
    <section className="mapping-table">
      <div className="line">
        {stage.tables.length > 1 && <h3>“{table.sheet}”</h3>}
        <label>
          表头从第{' '}
          {headInput(sheet.headerFrom, (from) =>
            setHead({ headerFrom: from, headerTo: Math.max(from, sheet.headerTo) }),
          )}{' '}
          行
        </label>
        <label>
          到第{' '}
          {headInput(sheet.headerTo, (to) =>
            setHead({ headerTo: to, headerFrom: Math.min(to, sheet.headerFrom) }),
          )}{' '}
          行
        </label>
        <MappingConstants stage={stage} mapping={mapping} sheet={sheet} />
        {!headIsAsRead && <span className="explain">表头改了，核对后重新认列。</span>}
      </div>
      {headIsAsRead && (
        <Table
          rowKey="index"
          pagination={false}
          dataSource={table.columns.filter(({ header, samples }) => header !== '' || samples.length > 0)}
          columns={[
            { title: '列', width: 56, render: (_, column) => letterOf(column.index) },
            {
              title: '表头',
              width: 200,
              render: (_, column) => (
                <>
                  {column.header || <span className="quiet">（没有表头）</span>}
                  {column.isHidden && <span className="quiet">（隐藏列）</span>}
                </>
              ),
            },
            {
              title: '内容举例',
              render: (_, column) => <Samples samples={column.samples} />,
            },
            {
              title: '认作',
              width: 220,
              render: (_, column) => (
                <Select
                  aria-label={`${column.header}认作`}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={fieldOf(column) ?? ''}
                  style={{ width: '100%' }}
                  options={optionsOf(stage)}
                  onChange={(field) => setField(sheet.sheet, column.index, field === '' ? null : field)}
                />
              ),
            },
            {
              title: '怎么认的',
              width: 150,
              render: (_, column) =>
                fieldOf(column) === column.field ? (
                  <span className={column.sureness.includes('核对') ? 'explain' : 'quiet'}>
                    {column.sureness}
                  </span>
                ) : (
                  <span className="explain">您刚改的</span>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Samples({ samples }: { readonly samples: readonly string[] }): ReactNode {
  if (samples.length === 0) return <span className="quiet">（空列）</span>
  const text = samples.join(' · ')
  return (
    <span className="samples" title={text}>
      {text}
    </span>
  )
}

function optionsOf({ fields }: Stage) {
  return [
    { value: '', label: '不用' },
    ...fields.map(({ key, label, required }) => ({
      value: key,
      label: required ? `${label}（必需）` : label,
    })),
  ]
}

/** A, B, … as the spreadsheet program names its columns. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : letterOf(rest - 1) + letter
}
