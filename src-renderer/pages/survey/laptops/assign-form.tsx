import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { JobInput } from '../../../../src-main/contract/job.ts'
import { calls } from '../../../api/calls.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { countText } from '../../../format/amount.ts'
import { useRound } from '../use-round.ts'
import { PackageOut } from './package-out.tsx'

type Typed = JobInput<'fieldwork.assign'>

/** 派发 — households of the round to one laptop; how many there are is counted while one chooses. */
export function AssignForm({ onDone }: { onDone(): void }): ReactNode {
  const [form] = Form.useForm<Typed>()
  const { rounds, chosen } = useRound()
  const machines = useQuery(calls.fieldwork.machines.queryOptions())
  const assign = useJob('fieldwork.assign')
  const working = (machines.data ?? []).filter(({ revokedAt }) => revokedAt === null)
  const done = (): void => {
    assign.clear()
    onDone()
  }
  if (assign.result) return <Given result={assign.result} onDone={done} />
  return (
    <Form<Typed>
      form={form}
      className="assign-form"
      labelCol={{ flex: '84px' }}
      requiredMark={false}
      initialValues={{
        roundId: chosen?.roundId,
        onlyUnvisited: true,
        onlyMustVisit: false,
        includeOut: false,
      }}
      onFinish={(typed) =>
        assign.start({
          ...typed,
          villageCodes: asked(typed.villageCodes),
          groupNames: asked(typed.groupNames),
        })
      }
    >
      <h3>派发任务</h3>
      {working.length === 0 && (
        <p className="explain">还没有登记过外业笔记本。请系统管理员在“系统 › 外业笔记本”里登记。</p>
      )}
      <Form.Item name="roundId" label="轮次" rules={[{ required: true, message: '请选择轮次' }]}>
        <Select
          options={(rounds ?? [])
            .filter(({ status }) => status === 'open')
            .map(({ roundId, name }) => ({ value: roundId, label: name }))}
        />
      </Form.Item>
      <Places />
      <Form.Item label="哪些户">
        <span className="line">
          <Form.Item name="onlyUnvisited" valuePropName="checked" noStyle>
            <Checkbox>只派还没有访到的</Checkbox>
          </Form.Item>
          <Form.Item name="onlyMustVisit" valuePropName="checked" noStyle>
            <Checkbox>只派必访的</Checkbox>
          </Form.Item>
          <Form.Item name="includeOut" valuePropName="checked" noStyle>
            <Checkbox>已在其他笔记本上的也派</Checkbox>
          </Form.Item>
        </span>
      </Form.Item>
      <Form.Item name="machineId" label="笔记本" rules={[{ required: true, message: '请选择笔记本' }]}>
        <Select
          placeholder="选择登记过的笔记本"
          options={working.map(({ machineId, name }) => ({ value: machineId, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="visitors"
        label="调查员"
        rules={[{ required: true, type: 'array', min: 1, message: '请填调查员，输完一个按回车' }]}
      >
        <Select mode="tags" placeholder="输入姓名后按回车，可填多人" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input maxLength={200} placeholder="可不填" />
      </Form.Item>
      <ChoiceCount />
      <JobProgress title="正在派发" view={assign.view} onCancel={assign.cancel} onClose={assign.clear} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={assign.isRunning}>
          派发，做成任务包
        </Button>
        <Button onClick={done}>取消</Button>
      </div>
    </Form>
  )
}

function Places(): ReactNode {
  const form = Form.useFormInstance<Typed>()
  const roundId = Form.useWatch('roundId', form) as string | undefined
  const round = useQuery({
    ...calls.survey.round.queryOptions({ input: { roundId: roundId ?? '' } }),
    enabled: roundId !== undefined,
  })
  const choice = useChoice()
  return (
    <>
      <Form.Item name="villageCodes" label="村">
        <Select
          mode="multiple"
          allowClear
          maxTagCount={6}
          placeholder="不选就是本轮全部村"
          showSearch={{ optionFilterProp: 'label' }}
          options={(round.data?.byVillage ?? []).map((one) => ({
            value: one.villageCode,
            label: `${one.villageName}（未访 ${String(one.unvisited)}／${String(one.tasks)}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="groupNames" label="组">
        <Select
          mode="multiple"
          allowClear
          maxTagCount={8}
          placeholder="不选就是全部组"
          options={(choice.data?.groups ?? []).map((name) => ({ value: name, label: name || '（没有组）' }))}
        />
      </Form.Item>
    </>
  )
}

function useChoice() {
  const form = Form.useFormInstance<Typed>()
  const typed = Form.useWatch([], form) as Typed | undefined
  const { roundId, villageCodes, groupNames, onlyMustVisit, onlyUnvisited } = typed ?? {}
  return useQuery({
    ...calls.fieldwork.choice.queryOptions({
      input: {
        roundId: roundId ?? '',
        villageCodes: asked(villageCodes),
        groupNames: asked(groupNames),
        onlyMustVisit: onlyMustVisit ?? false,
        onlyUnvisited: onlyUnvisited ?? true,
      },
    }),
    enabled: roundId !== undefined,
    placeholderData: (before) => before,
  })
}

function ChoiceCount(): ReactNode {
  const form = Form.useFormInstance<Typed>()
  const includeOut = (Form.useWatch('includeOut', form) as boolean | undefined) ?? false
  const { data } = useChoice()
  if (data === undefined) return null
  const out = data.out.reduce((sum, one) => sum + one.tasks, 0)
  return (
    <p role="status">
      将派发 <b>{countText(includeOut ? data.tasks : data.tasks - out)}</b> 户，其中必访{' '}
      {countText(data.mustVisit)} 户。
      {data.out.map((one) => (
        <span key={one.machineName} className="explain">
          {' '}
          {one.machineName}上已有 {countText(one.tasks)} 户{includeOut ? '，会重复派' : '，不派'}。
        </span>
      ))}
    </p>
  )
}

function Given({
  result,
  onDone,
}: {
  readonly result: {
    readonly packageId: string
    readonly tasks: number
    readonly file: { readonly name: string }
  }
  onDone(): void
}): ReactNode {
  return (
    <section className="outcomes" role="status">
      <p>
        已派发 <b>{countText(result.tasks)}</b> 户，任务包“{result.file.name}”已做好并留在本机。 请写到 U
        盘，拿到笔记本上接收。
      </p>
      <span className="buttons">
        <PackageOut packageId={result.packageId} />
        <Button onClick={onDone}>完成</Button>
      </span>
    </section>
  )
}

/** Nothing chosen means everything. */
function asked(chosen: readonly string[] | null | undefined): string[] | null {
  return chosen == null || chosen.length === 0 ? null : [...chosen]
}
