import { Button, Drawer, Form, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWho } from '../../../app/who.tsx'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { countText } from '../../../format/amount.ts'
import { outcomeColors, outcomeLabels } from './rule.ts'

interface Props {
  readonly programmeCode: string
  readonly text: string
}

/** 试算 — what the rule would say of real people, before anybody relies on it. */
export function RuleTry({ programmeCode, text }: Props): ReactNode {
  const { year } = useWho()
  const [isOpen, setOpen] = useState(false)
  const asOf = Form.useWatch<string | undefined>('eligibilityDate') ?? `${String(year)}-01-01`
  const tried = useJob('rule.try')
  const begin = (): void => {
    setOpen(true)
    tried.start({ programmeCode, year, text, asOf })
  }
  return (
    <>
      <Button size="small" loading={tried.isRunning} onClick={begin}>
        拿实际的户试算
      </Button>
      <Drawer
        title="试算：只看，不写入"
        closable={{ 'aria-label': '关闭' }}
        size={860}
        open={isOpen}
        onClose={() => setOpen(false)}
      >
        <JobProgress title="正在试算" view={tried.view} onCancel={tried.cancel} onClose={tried.clear} />
        {/* so that the keys scroll it */}
        <section tabIndex={0} aria-label="试算结果">
          {tried.result && <Tried result={tried.result} asOf={asOf} />}
        </section>
      </Drawer>
    </>
  )
}

interface TriedProps {
  readonly result: NonNullable<ReturnType<typeof useJob<'rule.try'>>['result']>
  readonly asOf: string
}

function Tried({ result, asOf }: TriedProps): ReactNode {
  const { over, met, notMet, undecided, missing, conditions, rows } = result
  return (
    <>
      <p role="status">
        按 {asOf}，{over === 'applications' ? '今年的申报' : '还没有申报，拿人口登记里的人'}：符合{' '}
        <b>{countText(met)}</b>，不符合 <b>{countText(notMet)}</b>，判不了 <b>{countText(undecided)}</b>。
      </p>
      {missing.length > 0 && (
        <p className="explain">
          判不了的缺：
          {missing
            .map(({ label, from, count }) => `${label}（${countText(count)} 人，来自${from}）`)
            .join('；')}
        </p>
      )}
      <Table
        rowKey="subjectId"
        dataSource={rows}
        pagination={false}
        columns={[
          {
            title: '判定',
            width: 84,
            render: (_, row) => <Tag color={outcomeColors[row.outcome]}>{outcomeLabels[row.outcome]}</Tag>,
          },
          { title: '姓名', dataIndex: 'name', width: 80 },
          { title: '证号', dataIndex: 'idMasked', width: 170 },
          { title: '村', dataIndex: 'villageName', width: 110 },
          ...conditions.map((said, at) => ({
            title: said,
            key: said,
            render: (_: unknown, row: (typeof rows)[number]) => (
              <span className={`rule-${row.conditions[at]?.outcome ?? 'undecided'}`}>
                {row.conditions[at]?.value ?? ''}
              </span>
            ),
          })),
        ]}
      />
      <p className="quiet">每种判定最多列 20 人，不符合的在前。</p>
    </>
  )
}
