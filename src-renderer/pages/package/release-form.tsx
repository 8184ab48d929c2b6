import { Button, Checkbox, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { JobInput } from '../../../src-main/contract/job.ts'
import type { Outputs } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { yuanText } from '../../format/amount.ts'
import { PaperSignOffFields } from './paper-sign-off-fields.tsx'

type Typed = Omit<JobInput<'package.release'>, 'packageId'>

/** 签发 — by the approver with an own PIN; who may not is told why. */
export function ReleaseForm({ view }: { readonly view: Outputs['package']['get'] }): ReactNode {
  const [form] = Form.useForm<Typed>()
  const [isOnPaper, setOnPaper] = useState(false)
  const release = useJob('package.release')
  if (!view.mayRelease) return <p className="explain">{view.whyMayNotRelease ?? '由负责人签发。'}</p>
  const sign = (typed: Typed): void => {
    release.start({ packageId: view.packageId, ...typed })
    form.resetFields(['pin', 'password'])
  }
  return (
    <section className="release">
      <h3>签发 {yuanText(view.totals.amountFen)} 元</h3>
      <JobProgress title="正在签发" view={release.view} onClose={release.clear} />
      <Form<Typed> form={form} layout="inline" requiredMark={false} onFinish={sign}>
        <Checkbox checked={isOnPaper} onChange={(event) => setOnPaper(event.target.checked)}>
          负责人不上机，已在纸面签批（线下签批，由我登记）
        </Checkbox>
        {isOnPaper && <PaperSignOffFields />}
        <Form.Item name="pin" label="签名 PIN" rules={[{ required: true, message: '请输入 PIN' }]}>
          <Input.Password autoComplete="off" style={{ width: 130 }} />
        </Form.Item>
        <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请输入密码' }]}>
          <Input.Password autoComplete="off" style={{ width: 130 }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={release.isRunning} disabled={!view.tiesOut}>
          {isOnPaper ? '登记并签发' : '签发'}
        </Button>
      </Form>
      <p className="quiet">签发后不能更改；有错只能用差额包更正。</p>
    </section>
  )
}
