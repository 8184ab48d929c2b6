import { useQuery } from '@tanstack/react-query'
import { Select, Table } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { sourceText } from '../../format/source-text.ts'
import type { Household } from './household.ts'

type Line = Outputs['register']['history'][number]

/** 变更记录 — every value: when, who, whose, from what to what, why, and from which file, round or event. */
export function HistoryTab({ household }: { readonly household: Household }): ReactNode {
  const { householdId } = household
  const [subjectId, setSubjectId] = useState<string>()
  const history = useQuery(calls.register.history.queryOptions({ input: { householdId } }))
  const lines = useMemo(() => history.data ?? [], [history.data])
  const subjects = useMemo(() => [...new Map(lines.map((line) => [line.subjectId, line.whose]))], [lines])
  if (history.isError) return <ProblemAlert problem={problemOf(history.error)} />
  return (
    <>
      <Select
        allowClear
        aria-label="只看"
        placeholder="只看某个人、账户或本户"
        style={{ width: 260, marginBottom: 6 }}
        value={subjectId ?? null}
        onChange={(id: string | null) => setSubjectId(id ?? undefined)}
        options={subjects.map(([value, label]) => ({ value, label }))}
      />
      <Table<Line>
        rowKey="key"
        size="small"
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        loading={history.isPending}
        dataSource={lines.filter((line) => subjectId === undefined || line.subjectId === subjectId)}
        locale={{ emptyText: '没有变更' }}
        columns={[
          { title: '时间', width: 138, render: (_, line) => instantText(line.at) },
          { title: '经办人', dataIndex: 'by', width: 72 },
          { title: '对象', dataIndex: 'whose', width: 160, ellipsis: true },
          { title: '变更', dataIndex: 'what', width: 270 },
          { title: '事由', dataIndex: 'reason', ellipsis: true },
          { title: '来源', width: 330, ellipsis: true, render: (_, line) => whence(line) },
        ]}
      />
    </>
  )
}

function whence({ source, sourceText: words }: Line): string {
  if (source === null) return words || '工作站登记'
  return `${sourceText(source)}（${source.sheet}）`
}
