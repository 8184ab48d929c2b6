import type { PublicLine } from '../domain/masking.ts'
import { nameScale, noticeColumns, textAreaMm, type NoticeColumn } from './notice-columns.ts'
import type { NoticeDocument } from './notice-document.ts'

/** 名单 — head on every page, lines by group with a subtotal each, and the total. */
export function NoticeTable({ notice }: { readonly notice: NoticeDocument }) {
  const { columns, fontSizePt } = noticeColumns(notice)
  const groups = [...Map.groupBy(notice.lines, (line) => line.group)]
  return (
    <table style={{ fontSize: `${fontSizePt}pt` }}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={{ width: `${((column.widthMm / textAreaMm) * 100).toFixed(2)}%` }} />
        ))}
      </colgroup>
      <TableHead columns={columns} />
      <tbody>
        {groups.map(([group, lines]) => [
          ...lines.map((line) => <LineRow key={line.lineNo} line={line} columns={columns} />),
          groups.length > 1 && (
            <SumRow key={`sum-${group}`} label={`${group || '未分组'}小计`} lines={lines} columns={columns} />
          ),
        ])}
        <SumRow label="合计" lines={notice.lines} columns={columns} />
      </tbody>
    </table>
  )
}

function TableHead({ columns }: { readonly columns: readonly NoticeColumn[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key}>
            {column.label}
            {column.unit !== undefined && <span className="unit">（{column.unit}）</span>}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function LineRow({
  line,
  columns,
}: {
  readonly line: PublicLine
  readonly columns: readonly NoticeColumn[]
}) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.key} className={column.key}>
          {column.key === 'name' ? <Name line={line} /> : column.text(line)}
        </td>
      ))}
    </tr>
  )
}

function Name({ line }: { readonly line: PublicLine }) {
  const scale = nameScale(line)
  return (
    <span style={scale < 1 ? { fontSize: `${scale.toFixed(3)}em` } : undefined}>
      {line.name}
      {line.idTail !== null && <small>{line.idTail}</small>}
    </span>
  )
}

interface SumRowProps {
  readonly label: string
  readonly lines: readonly PublicLine[]
  readonly columns: readonly NoticeColumn[]
}

function SumRow({ label, lines, columns }: SumRowProps) {
  const heading = columns.findIndex((column) => column.key === 'name') + 1
  return (
    <tr className="sum">
      <td colSpan={heading} className="label">
        <strong>{label}</strong>
      </td>
      {columns.slice(heading).map((column) => (
        <td key={column.key} className={column.key}>
          <strong>{column.sum?.(lines) ?? ''}</strong>
        </td>
      ))}
    </tr>
  )
}
