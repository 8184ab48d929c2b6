import { expect, test } from 'vitest'
import { copiedRows, textOf } from '../../src-renderer/components/copied-rows.ts'
import type { GridColumn } from '../../src-renderer/components/data-grid.tsx'

interface Row {
  readonly name: string
  readonly idMasked: string
  readonly note: string
}

const Note = ({ row }: { readonly row: Row }) => <i>{row.note}</i>
const columns: readonly GridColumn<Row>[] = [
  { key: 'name', title: '姓名', width: '80px', cell: (row) => <b title="whole name">{row.name}</b> },
  { key: 'id', title: '证号', width: '80px', cell: (row) => row.idMasked },
  { key: 'note', title: '说明', width: '80px', cell: (row) => <Note row={row} />, text: (row) => row.note },
  { key: 'act', title: '', width: '80px', cell: () => <button type="button">改</button> },
]

test('rows are copied as the screen shows them, masked, with their heads, and nothing that is only a button', () => {
  const rows = [
    { name: '张三', idMasked: '…1234', note: '第一行\n第二行' },
    { name: '李四', idMasked: '…567X', note: '=HYPERLINK("x")' },
  ]

  expect(copiedRows(columns, rows).split('\r\n')).toEqual([
    '姓名\t证号\t说明',
    '张三\t…1234\t第一行 第二行',
    '李四\t…567X\t\'=HYPERLINK("x")',
  ])
})

test.each([
  [-3.5, '-3.5'],
  [['甘亭村', '1组'], '甘亭村1组'],
  [null, ''],
  [
    <>
      王五 <span>户主待补</span>
    </>,
    '王五 户主待补',
  ],
])('what is drawn as %j reads %j', (node, text) => {
  expect(textOf(node)).toBe(text)
})
