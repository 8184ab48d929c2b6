import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { villageTitle } from '../../../src-main/domain/village-name.ts'
import { programmeCode as farmland } from '../../app/use-step-counts.ts'
import { useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'

interface Typed {
  readonly programmeCode: string
  readonly year: number
  readonly fromYear: number | null
  readonly name: string
  readonly villageCodes: readonly string[]
  readonly households: 'previous' | 'village'
}

interface Props {
  onDone(roundId: string): void
  onCancel?(): void
}

/** 开轮次 — programme, year, villages, and whether last year's households or all of them. */
export function OpenRound({ onDone, onCancel }: Props): ReactNode {
  const { year } = useWho()
  const [form] = Form.useForm<Typed>()
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const villages = useQuery(calls.division.villages.queryOptions())
  const opening = useJob('survey.open-round')
  const programmeCode = Form.useWatch('programmeCode', form) ?? farmland
  const questions = useQuery(calls.survey.questions.queryOptions({ input: { programmeCode } }))
  const all = villages.data?.map((village) => village.code) ?? []
  const named = programmes.data?.find((one) => one.programmeCode === programmeCode)?.name ?? ''
  const start = ({ name, ...typed }: Typed): void =>
    opening.start({
      ...typed,
      name: name.trim() || `${String(typed.year)} 年${named}摸底`,
      villageCodes: [...typed.villageCodes],
    })
  const { result } = opening
  return (
    <Form<Typed>
      form={form}
      labelCol={{ flex: '110px' }}
      requiredMark={false}
      initialValues={{
        ...{ programmeCode: farmland, year, fromYear: year - 1, name: '', villageCodes: [] },
        households: 'previous',
      }}
      style={{ maxWidth: 760 }}
      onFinish={start}
    >
      <p className="open-round-why">
        每户一个走访任务。上年清册只带入作对照，<b>不带核实标记</b>
        ；上年失败、停发、追缴和户主死亡的户标为必访，逐户处理。
      </p>
      <Form.Item name="programmeCode" label="补贴项目">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={programmes.data?.map((one) => ({ value: one.programmeCode, label: one.name })) ?? []}
        />
      </Form.Item>
      <Form.Item label="年度">
        <span className="line">
          <Form.Item name="year" noStyle>
            <InputNumber min={2000} max={2100} aria-label="年度" />
          </Form.Item>
          上年清册取
          <Form.Item name="fromYear" noStyle>
            <InputNumber min={2000} max={2100} aria-label="上年清册年份" />
          </Form.Item>
          年（没有上年清册就清空）
        </span>
      </Form.Item>
      <Form.Item name="households" label="走访哪些户">
        <Radio.Group
          options={[
            { value: 'previous', label: '上年清册上的户' },
            { value: 'village', label: '选定村的各户' },
          ]}
        />
      </Form.Item>
      <Form.Item label="村">
        <Form.Item
          name="villageCodes"
          noStyle
          rules={[{ required: true, type: 'array', min: 1, message: '至少选一个村' }]}
        >
          <Select
            mode="multiple"
            aria-label="村"
            maxTagCount={6}
            placeholder="选择村"
            showSearch={{ optionFilterProp: 'label' }}
            options={
              villages.data?.map((village) => ({ value: village.code, label: villageTitle(village.name) })) ??
              []
            }
          />
        </Form.Item>
        <Button type="link" onClick={() => form.setFieldValue('villageCodes', all)}>
          全镇 {all.length} 个村
        </Button>
      </Form.Item>
      <Form.Item name="name" label="轮次名称">
        <Input maxLength={60} placeholder={`${String(year)} 年${named}摸底`} />
      </Form.Item>
      <Form.Item label="问卷">
        {questions.data && (
          <span>
            {questions.data.title}（{questions.data.questions.length} 题，第{' '}
            {Math.max(1, questions.data.version)} 版）
          </span>
        )}
      </Form.Item>
      <JobProgress title="正在开轮次" view={opening.view} onCancel={opening.cancel} onClose={opening.clear} />
      {result && (
        <p role="status">
          已建 {result.tasks} 户走访任务，其中必访 {result.mustVisit} 户。
          {result.withoutHousehold > 0 &&
            `上年清册上另有 ${result.withoutHousehold} 人还没有所在的户，先在“人口与账户”并户，再加进本轮。`}
        </p>
      )}
      <div className="buttons">
        {result ? (
          <Button
            type="primary"
            onClick={() => {
              opening.clear()
              onDone(result.roundId)
            }}
          >
            看进度
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" loading={opening.isRunning}>
            开轮次
          </Button>
        )}
        {onCancel && !result && <Button onClick={onCancel}>取消</Button>}
      </div>
    </Form>
  )
}
