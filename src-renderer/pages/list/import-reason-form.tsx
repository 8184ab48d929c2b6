import { Button, Form } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { ImportView } from './import-page.tsx'

interface Props {
  readonly what: 'undo' | 'source'
  readonly view: ImportView
  onDone(): void
}

const given = [{ required: true, min: 2, message: '写明原因' }]

/** Taking an import back, or its file out: both need a reason that stays on record. */
export function ImportReasonForm({ what, view, onDone }: Props): ReactNode {
  const { importId } = view
  const undo = useJob('list.undo')
  const source = useFileDownload((reason: string) => client.list.sourceFile({ importId, reason }))
  const undone = undo.result
  useEffect(() => {
    if (undone === undefined) return
    undo.clear()
    onDone()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is done
  }, [undone])
  const go = ({ reason }: { reason: string }): void =>
    what === 'undo' ? undo.start({ importId, reason }) : source.mutate(reason, { onSuccess: onDone })
  return (
    <>
      <Form<{ reason: string }> key={what} className="inline-form" layout="inline" onFinish={go}>
        <Form.Item name="reason" label={what === 'undo' ? '撤销原因' : '取原文件的事由'} rules={given}>
          <ReasonInput />
        </Form.Item>
        <Button
          type="primary"
          danger={what === 'undo'}
          htmlType="submit"
          loading={undo.isRunning || source.isPending}
        >
          {what === 'undo' ? '撤销' : '取出'}
        </Button>
        <Button onClick={onDone}>取消</Button>
        <p className="quiet">
          {what === 'undo'
            ? '这次导入新增的会去掉，改过的恢复原值，停用的重新生效；已有别的记录用到的，会说明并不撤销。'
            : '原文件里是完整的证号和卡号，取出会留痕，用完请删除。'}
        </p>
      </Form>
      <JobProgress title="正在撤销" view={undo.view} onCancel={undo.cancel} onClose={undo.clear} />
      {source.isError && <ProblemAlert problem={problemOf(source.error)} />}
    </>
  )
}
