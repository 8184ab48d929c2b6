import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const labels: Readonly<Record<string, readonly [label: string, example: string]>> = {
  hotlineFinance: ['县财政局电话', '0357-6222222'],
  hotlineDepartment: ['县主管部门电话', '0357-6222223'],
  hotlineTownship: ['乡镇电话', '0357-6222224'],
  email: ['电子邮箱', 'xz@example.gov.cn'],
  address: ['来信来访地址', '甘亭镇人民政府一楼便民大厅'],
  acceptedBy: ['受理人', '甘亭镇财政所'],
  acceptedDuring: ['受理时间', '工作日 8:00—12:00，14:30—18:00'],
  signatory: ['落款单位', '甘亭镇人民政府'],
}

/** 异议渠道和落款 — printed on every notice; with one of them missing none is made. */
export function SettingTab(): ReactNode {
  const settings = useQuery(calls.setting.get.queryOptions())
  if (settings.isError) return <ProblemAlert problem={problemOf(settings.error)} />
  if (settings.isPending) return <p className="quiet">正在读取…</p>
  return <SettingForm settings={settings.data} />
}

function SettingForm({ settings }: { readonly settings: Outputs['setting']['get'] }): ReactNode {
  const save = useCommand(client.setting.save)
  const maySave = useHasRole('administrator', 'clerk')
  return (
    <Form
      className="setting-form"
      labelCol={{ flex: '120px' }}
      requiredMark={false}
      disabled={!maySave}
      initialValues={settings.values}
      onFinish={(values: Record<string, string>) => save.mutate({ values })}
    >
      {settings.missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`还缺：${settings.missing.map((key) => labels[key]?.[0] ?? key).join('、')}。补齐后才能出公示件。`}
        />
      )}
      {Object.entries(labels).map(([key, [label, example]]) => (
        <Form.Item key={key} name={key} label={label} rules={[{ required: true, message: `请填${label}` }]}>
          <Input placeholder={`如 ${example}`} maxLength={200} />
        </Form.Item>
      ))}
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      {save.isSuccess && <p className="ties">已保存。</p>}
      {maySave && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      )}
    </Form>
  )
}
