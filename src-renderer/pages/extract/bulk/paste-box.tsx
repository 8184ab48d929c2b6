import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { BulkColumn } from '../../../../src-main/domain/bulk-change.ts'
import { calls } from '../../../api/calls.ts'
import { columnOptions, type Preview, type Source } from './bulk.ts'

interface Props {
  readonly source: Source | undefined
  onChange(source: Source | undefined): void
}

/** 粘贴 — what was pasted is not shown again as it is: whole numbers of many people do not stay on the screen. */
export function PasteBox({ source, onChange }: Props): ReactNode {
  return (
    <div className="bulk-choice">
      {source?.kind === 'pasted' ? (
        <Columns source={source} onChange={onChange} />
      ) : (
        <>
          <Input.TextArea
            autoFocus
            aria-label="粘贴表格"
            rows={5}
            value=""
            placeholder="在 Excel 或 WPS 里选中表格（连同表头）复制，点这里按 Ctrl+V"
            onChange={({ target }) => onChange({ kind: 'pasted', text: target.value })}
          />
          <p className="explain">
            要有认人的列（身份证号，或姓名加村组、户编号、证号后四位）和要改的列（电话、与户主关系、备注、新组、住址、开户行、新账号……）。空格子不改；写“清空”才清掉。姓名和身份证号请到户页逐人改。
          </p>
        </>
      )}
    </div>
  )
}

interface ColumnsProps {
  readonly source: Source & { kind: 'pasted' }
  onChange(source: Source | undefined): void
}

function Columns({ source, onChange }: ColumnsProps): ReactNode {
  const preview = useQuery({
    ...calls.bulk.preview.queryOptions({ input: { source } }),
    placeholderData: (before) => before,
  })
  const columns = preview.data?.columns ?? []
  const headLines = preview.data?.headLines ?? 1
  const name = (at: number, field: BulkColumn | null): void => {
    const fields = columns.map((column, index) => (index === at ? field : column.field))
    onChange({ ...source, headLines, columns: fields })
  }
  return (
    <>
      <div className="line">
        <b>粘贴了 {preview.data?.counts.lines ?? '…'} 行</b>
        <Button size="small" onClick={() => onChange(undefined)}>
          重新粘贴
        </Button>
        <Checkbox
          checked={headLines === 1}
          onChange={({ target }) => onChange({ ...source, columns: null, headLines: target.checked ? 1 : 0 })}
        >
          第一行是表头
        </Checkbox>
      </div>
      <div className="bulk-columns">
        {columns.map((column, at) => (
          <ColumnLine key={at} column={column} at={at} taken={columns} onName={(field) => name(at, field)} />
        ))}
      </div>
    </>
  )
}

interface LineProps {
  readonly column: Preview['columns'][number]
  readonly at: number
  readonly taken: Preview['columns']
  onName(field: BulkColumn | null): void
}

function ColumnLine({ column, at, taken, onName }: LineProps): ReactNode {
  const label = column.header === '' ? `第 ${String(at + 1)} 列` : column.header
  return (
    <>
      <span className="bulk-header" title={column.sample}>
        {label} <span className="quiet">{column.sample}</span>
      </span>
      <Select<BulkColumn | null>
        allowClear
        aria-label={`${label}是什么`}
        placeholder="不用这一列"
        value={column.field}
        onChange={(field: BulkColumn | null | undefined) => onName(field ?? null)}
        options={columnOptions.map((option) => ({
          ...option,
          disabled: option.value !== column.field && taken.some(({ field }) => field === option.value),
        }))}
      />
    </>
  )
}
