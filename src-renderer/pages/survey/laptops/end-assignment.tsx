import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { calls, client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import type { Assignment } from './assignment-pane.tsx'
import { PackageOut } from './package-out.tsx'

interface Props {
  readonly assignment: Assignment
  readonly how: 'take-back' | 'reissue'
  onDone(): void
}

interface Typed {
  readonly machineId: string
  readonly visitors: string[]
  readonly reason: string
}

/** 收回 or 转派 — the office no longer waits for this laptop; what it still brings is merged all the same. */
export function EndAssignment({ assignment, how, onDone }: Props): ReactNode {
  const machines = useQuery(calls.fieldwork.machines.queryOptions())
  const takeBack = useCommand(client.fieldwork.takeBack)
  const reissue = useJob('fieldwork.reissue')
  const { assignmentId, machineName } = assignment
  const done = (): void => {
    reissue.clear()
    onDone()
  }
  const finish = ({ machineId, visitors, reason }: Typed): void =>
    how === 'take-back'
      ? takeBack.mutate({ assignmentId, reason }, { onSuccess: done })
      : reissue.start({ assignmentId, machineId, visitors, reason })
  if (reissue.result)
    return (
      <section className="outcomes" role="status">
        <p>
          已把没有返回的 {reissue.result.tasks} 户转派，任务包“{reissue.result.file.name}”已做好。
        </p>
        <span className="buttons">
          <PackageOut packageId={reissue.result.packageId} />
          <Button onClick={done}>完成</Button>
        </span>
      </section>
    )
  return (
    <Form<Typed>
      className="inline-form"
      layout="inline"
      initialValues={{ visitors: assignment.visitors }}
      onFinish={finish}
    >
      <h3>
        {how === 'take-back' ? '收回' : '转派'}“{machineName}”上还没有返回的{' '}
        {assignment.tasks - assignment.returned} 户
      </h3>
      <p className="quiet">
        {how === 'take-back'
          ? '收回后不再等它返回。笔记本上已经录的，以后带回来照样合并，不会丢。'
          : '另做一个任务包给别的笔记本。原来那台如果找回来，录过的照样合并；两边不一样的会请您定。'}
      </p>
      {how === 'reissue' && (
        <>
          <Form.Item name="machineId" label="转给" rules={[{ required: true, message: '请选择笔记本' }]}>
            <Select
              style={{ width: 180 }}
              options={(machines.data ?? [])
                .filter(
                  ({ revokedAt, machineId }) => revokedAt === null && machineId !== assignment.machineId,
                )
                .map(({ machineId, name }) => ({ value: machineId, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="visitors"
            label="调查员"
            rules={[{ required: true, type: 'array', min: 1, message: '请填调查员' }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} style={{ width: 200 }} />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label="原因" rules={[{ required: true, min: 2, message: '请写原因' }]}>
        <ReasonInput placeholder={how === 'reissue' ? '如：笔记本丢失' : '如：任务改期'} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={takeBack.isPending || reissue.isRunning}>
        {how === 'take-back' ? '收回' : '转派'}
      </Button>
      <Button onClick={done}>取消</Button>
      <JobProgress title="正在转派" view={reissue.view} onClose={reissue.clear} />
      {takeBack.isError && <ProblemAlert problem={problemOf(takeBack.error)} />}
    </Form>
  )
}
