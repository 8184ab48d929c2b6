import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { likelyReason } from '../../../src-main/domain/dropped.ts'
import { stopReasons, type StopReason } from '../../../src-main/domain/stop.ts'
import { droppedWhyLabels } from '../../../src-main/wording/dropped-labels.ts'
import { stopReasonLabels } from '../../../src-main/wording/stop-labels.ts'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import type { ChosenProgramme } from '../../app/use-programme.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { countText, muText, yuanText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'

type Dropped = Outputs['review']['dropped']['rows'][number]

const columns: readonly GridColumn<Dropped>[] = [
  {
    key: 'place',
    title: '村组',
    width: 'minmax(110px, 1fr)',
    cell: (row) => row.villageName + row.groupName,
  },
  { key: 'name', title: '享受人', width: '84px', cell: (row) => row.name },
  { key: 'id', title: '证号', width: '72px', cell: (row) => `…${row.idTail}` },
  {
    key: 'last',
    title: '上次',
    width: '150px',
    align: 'right',
    cell: (row) =>
      `${row.quantityCenti === null ? `${muText(row.areaCentiMu)} 亩 ` : ''}${yuanText(row.amountFen)} 元`,
  },
  { key: 'why', title: '登记的情况', width: 'minmax(150px, 2fr)', cell: (row) => droppedWhyLabels[row.why] },
  {
    key: 'note',
    title: '写明的原因',
    width: 'minmax(150px, 2fr)',
    cell: (row) =>
      row.note === null ? '还没有写' : `${stopReasonLabels[row.note.reasonCode]}：${row.note.statement}`,
  },
]

/** 上次有、今年没有 — nobody drops out unnoticed; why is written down, one by one or for everybody alike. */
export function DroppedTab({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const [chosen, setChosen] = useState<string>()
  const period = { programmeCode: programme.programmeCode, year }
  const list = useQuery(calls.review.dropped.queryOptions({ input: period }))
  const rows = list.data?.rows ?? []
  const one = rows.find(({ lineId }) => lineId === chosen) ?? rows[0]
  const roll = list.data?.roll
  return (
    <>
      <Panel title={<ProgrammeChoice programme={programme} />} extra={<Link to="/review">返回初审</Link>}>
        {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
        {roll && (
          <p className="line">
            <b>上次有、今年没有</b>
            <span className="quiet">
              比的是 {roll.year} 年{roll.month === null ? '' : ` ${String(roll.month)} 月`}的名册
            </span>
            <span>共 {countText(rows.length)} 行</span>
            {(list.data?.open ?? 0) > 0 && (
              <span className="explain">{countText(list.data?.open ?? 0)} 行还没有写明原因</span>
            )}
          </p>
        )}
        <DataGrid
          label="上次有、今年没有"
          columns={columns}
          rows={rows}
          total={rows.length}
          empty={
            list.isPending
              ? '正在比对…'
              : roll === null
                ? '还没有导入过这个项目的名册。'
                : '上次名册上的人今年都有申报。'
          }
          rowKey={(row) => row.lineId}
          selectedKey={one?.lineId}
          onSelect={(row) => setChosen(row.lineId)}
        />
      </Panel>
      <Panel title={one?.name ?? '原因'} className="narrow decision">
        {one && <Explain key={one.lineId} one={one} rows={rows} programmeCode={programme.programmeCode} />}
      </Panel>
    </>
  )
}

interface Typed {
  readonly reasonCode: StopReason
  readonly statement: string
  readonly forAllAlike?: boolean
}

interface ExplainProps {
  readonly one: Dropped
  readonly rows: readonly Dropped[]
  readonly programmeCode: string
}

function Explain({ one, rows, programmeCode }: ExplainProps): ReactNode {
  const { year } = useWho()
  const explain = useCommand(client.review.explainDropped)
  const [form] = Form.useForm<Typed>()
  const mayExplain = useHasRole('clerk', 'reviewer')
  const alike = rows.filter(
    ({ why, note, lineId }) => why === one.why && note === null && lineId !== one.lineId,
  )
  const likely = likelyReason[one.why]
  const reasons = stopReasons
    .filter((reason) => reason !== 'death' || one.why === 'dead')
    .map((value) => ({ value, label: stopReasonLabels[value] }))
  return (
    <>
      <p>
        {one.villageName}
        {one.groupName}，{droppedWhyLabels[one.why]}。{' '}
        {one.householdId !== null && <Link to={`/register/${one.householdId}`}>看这一户</Link>}
      </p>
      {one.note !== null && (
        <p>
          {stopReasonLabels[one.note.reasonCode]}：{one.note.statement}
          <span className="quiet">
            {' '}
            {one.note.by} {instantText(one.note.at)}
          </span>
        </p>
      )}
      {mayExplain && (
        <Form<Typed>
          form={form}
          requiredMark={false}
          labelCol={{ flex: '56px' }}
          initialValues={likely === undefined ? {} : { reasonCode: likely }}
          onFinish={({ forAllAlike = false, ...typed }) =>
            explain.mutate(
              { programmeCode, year, personId: one.personId, forAllAlike, ...typed },
              { onSuccess: () => form.resetFields(), onError: markFields(form) },
            )
          }
        >
          <Form.Item name="reasonCode" label="原因" rules={[{ required: true, message: '请选原因' }]}>
            <Select options={reasons} />
          </Form.Item>
          <Form.Item
            name="statement"
            label="情况"
            rules={[{ required: true, min: 2, message: '写明怎么核实的' }]}
          >
            <ReasonInput style={{ width: '100%' }} />
          </Form.Item>
          {alike.length > 0 && one.why !== 'unknown' && (
            <Form.Item name="forAllAlike" valuePropName="checked">
              <Checkbox>登记情况相同、还没有写的 {countText(alike.length)} 行一并写明</Checkbox>
            </Form.Item>
          )}
          {explain.isError && <ProblemAlert problem={problemOf(explain.error)} />}
          <Button type="primary" htmlType="submit" loading={explain.isPending}>
            写明原因
          </Button>
          <p className="quiet">还应享受的，回初审“新增申报”。</p>
        </Form>
      )}
    </>
  )
}
