import { Select, Table } from 'antd'
import type { ReactNode } from 'react'
import { countText } from '../../format/amount.ts'
import type { Stage } from './stage.ts'
import type { Mapping } from './use-mapping.ts'

interface Props {
  readonly stage: Stage
  readonly mapping: Mapping
}

/** 值对应 — the words of columns that take only some, unknown ones first, and what they mean. */
export function MappingWords({ stage, mapping }: Props): ReactNode {
  const { plan, say } = mapping
  const unknown = stage.words.filter(({ meaning }) => meaning === null)
  const meaningOf = ({ field, word, meaning }: Stage['words'][number]) => plan.said[field]?.[word] ?? meaning
  return (
    <section className="mapping-table">
      <h3>
        值对应
        {unknown.length > 0 && <span className="explain">：有 {unknown.length} 个字样不认识，请指定</span>}
      </h3>
      <Table
        rowKey={(row) => `${row.field}|${row.word}`}
        pagination={false}
        dataSource={[...unknown, ...stage.words.filter(({ meaning }) => meaning !== null)]}
        columns={[
          { title: '列', width: 140, dataIndex: 'fieldLabel' },
          { title: '表里的写法', dataIndex: 'word', ellipsis: true },
          { title: '行数', width: 80, align: 'right', render: (_, row) => countText(row.count) },
          {
            title: '意思',
            width: 280,
            render: (_, row) => (
              <Select
                aria-label={`${row.word}的意思`}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder="请指定"
                status={meaningOf(row) === null ? 'warning' : ''}
                value={meaningOf(row)}
                options={row.options.map(({ key, label }) => ({ value: key, label }))}
                onChange={(meaning: string) => say(row.field, row.word, meaning)}
                style={{ width: '100%' }}
              />
            ),
          },
        ]}
      />
    </section>
  )
}
