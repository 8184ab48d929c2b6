import { Button, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { FilePick } from '../../app/file-pick.tsx'
import { useWho } from '../../app/who.tsx'
import { useJob } from '../../api/use-job.ts'
import { DayInput } from '../../components/day-input.tsx'
import { JobProgress } from '../../components/job-progress.tsx'

interface Typed {
  readonly on: string
  readonly visitor: string
  readonly signer: string
  readonly signerRelation: string
  readonly groupName?: string
  readonly basis: string
  readonly fileToken: string
}

interface Props {
  readonly roundId: string
  readonly villageCode: string
  readonly villageName: string
}

const required = [{ required: true, message: '请填写' }]

/** 按签字清册登记 — with the sheet, never without; whoever must be visited stays for one by one. */
export function SheetForm({ roundId, villageCode, villageName }: Props): ReactNode {
  const { session, state } = useWho()
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Typed>()
  const job = useJob('survey.verify-by-sheet')
  const save = ({ groupName, ...typed }: Typed): void =>
    job.start({ roundId, villageCode, groupName: groupName?.trim() || null, ...typed })
  const close = (): void => {
    setOpen(false)
    job.clear()
    form.resetFields()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>按签字清册登记…</Button>
      <Modal
        open={isOpen}
        title={`${villageName}：按农户签字的核实清册登记`}
        width={600}
        onCancel={close}
        footer={
          job.result ? (
            <Button type="primary" onClick={close}>
              知道了
            </Button>
          ) : (
            <>
              <Button onClick={close}>取消</Button>
              <Button type="primary" loading={job.isRunning} onClick={() => form.submit()}>
                登记为村组代核
              </Button>
            </>
          )
        }
      >
        {job.result ? (
          <p role="status">
            已登记 {job.result.verified} 户，清册挂在每一户名下。
            {job.result.mustVisit > 0 && `必访 ${job.result.mustVisit} 户没有登记，须逐户处理。`}
            {job.result.undecided > 0 && `有冲突或草稿的 ${job.result.undecided} 户没有登记。`}
          </p>
        ) : (
          <Form<Typed>
            form={form}
            labelCol={{ flex: '116px' }}
            requiredMark={false}
            initialValues={{ on: state.today, visitor: session.displayName }}
            onFinish={save}
          >
            <p className="open-round-why">
              只登记未访、没有变化、在清册上签了字的户；有变化的户请先逐户录入。必访户一律不登记。
            </p>
            <Form.Item name="on" label="签字日期" rules={required}>
              <DayInput until={state.today} />
            </Form.Item>
            <Form.Item name="groupName" label="村民小组">
              <Input placeholder="空着就是全村" style={{ width: 150 }} />
            </Form.Item>
            <Form.Item name="visitor" label="登记人" rules={required}>
              <Input style={{ width: 150 }} />
            </Form.Item>
            <Form.Item name="signer" label="组织签字的人" rules={required}>
              <Input style={{ width: 150 }} />
            </Form.Item>
            <Form.Item name="signerRelation" label="职务" rules={required}>
              <Input placeholder="村民小组长、村报账员、村主干、监委会、包村干部" />
            </Form.Item>
            <Form.Item
              name="basis"
              label="依据"
              rules={[{ required: true, min: 5, message: '写明哪一份、哪几页' }]}
            >
              <Input placeholder={`${villageName}签字核实清册第 1—8 页`} maxLength={200} />
            </Form.Item>
            <Form.Item
              name="fileToken"
              label="签字清册扫描件"
              rules={[{ required: true, message: '没有清册不能登记' }]}
            >
              <FilePick purpose="scan" />
            </Form.Item>
            <JobProgress title="正在登记" view={job.view} onCancel={job.cancel} onClose={job.clear} />
          </Form>
        )}
      </Modal>
    </>
  )
}
