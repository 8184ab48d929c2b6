import { App, Button, Form, Input, Popconfirm, Radio, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { evidenceKinds } from '../../../src-main/domain/evidence.ts'
import { daySourceLabels, evidenceKindLabels } from '../../../src-main/wording/register-labels.ts'
import { FilePick } from '../../app/file-pick.tsx'
import { useHasRole, useWho } from '../../app/who.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { DayInput } from '../../components/day-input.tsx'
import { problemText } from '../../components/problem-text.ts'
import { sizeText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { ChangeForm } from './change-form.tsx'
import type { Household } from './household.ts'
import { ProgrammePick } from './programme-pick.tsx'

type Evidence = Household['evidence'][number]

/** 证据 — scans and photos about the household, its people and their accounts. */
export function EvidenceTab({ household }: { readonly household: Household }): ReactNode {
  const [isAttaching, setAttaching] = useState(false)
  const isClerk = useHasRole('clerk')
  return (
    <>
      {isClerk && (
        <Button size="small" className="tab-action" onClick={() => setAttaching(true)}>
          挂证据
        </Button>
      )}
      <Table<Evidence>
        rowKey="evidenceId"
        size="small"
        pagination={false}
        dataSource={household.evidence}
        locale={{ emptyText: '没有证据' }}
        columns={[
          { title: '名称', dataIndex: 'title', width: 190 },
          { title: '种类', width: 120, render: (_, one) => evidenceKindLabels[one.kind] },
          { title: '关于', dataIndex: 'about', width: 100 },
          { title: '时间', width: 220, render: (_, one) => dayText(one) },
          { title: '挂接', render: (_, one) => `${one.addedBy} ${instantText(one.addedAt)}` },
          { title: '大小', width: 90, align: 'right', render: (_, one) => sizeText(one.size) },
          { title: '办理', width: 130, render: (_, one) => <EvidenceActions evidence={one} /> },
        ]}
      />
      {isAttaching && <AttachEvidence household={household} onClose={() => setAttaching(false)} />}
    </>
  )
}

function dayText({ onDay, daySource, addedAt }: Evidence): string {
  const day = onDay ?? addedAt.slice(0, 10)
  return `${day}（${daySourceLabels[daySource]}）`
}

function EvidenceActions({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const { message } = App.useApp()
  const mayOpen = useHasRole('clerk', 'reviewer', 'approver')
  const isClerk = useHasRole('clerk')
  const open = useFileDownload(client.evidence.open)
  const remove = useCommand(client.evidence.remove)
  const { evidenceId } = evidence
  const failed = (error: Error): void => void message.error(problemText(problemOf(error)).what)
  return (
    <>
      {mayOpen && (
        <Button
          type="link"
          size="small"
          loading={open.isPending}
          onClick={() => open.mutate({ evidenceId }, { onError: failed })}
        >
          打开
        </Button>
      )}
      {isClerk && (
        <Popconfirm
          title="移除这份证据？文件和理由留在记录里。"
          okText="挂错了，移除"
          cancelText="不移除"
          onConfirm={() => remove.mutate({ evidenceId, reason: '挂错了，移除' }, { onError: failed })}
        >
          <Button type="link" size="small">
            移除
          </Button>
        </Popconfirm>
      )}
    </>
  )
}

type Attach = Inputs['evidence']['attach']
interface Typed {
  readonly about: string
  readonly kind: Attach['kind']
  readonly title?: string
  readonly programmeCode?: string
  readonly source: 'taken' | 'stated' | 'imported'
  readonly on?: string
  readonly fileToken: string
}

const kindOptions = evidenceKinds.map((value) => ({ value, label: evidenceKindLabels[value] }))

function AttachEvidence({
  household,
  onClose,
}: {
  readonly household: Household
  onClose(): void
}): ReactNode {
  const { state } = useWho()
  const [form] = Form.useForm<Typed>()
  const attach = useCommand(client.evidence.attach)
  const source = Form.useWatch('source', form)
  const save = ({ about, on, source: daySource, title = '', programmeCode, ...typed }: Typed): void => {
    const isHousehold = about === household.householdId
    const subject = { kind: isHousehold ? ('household' as const) : ('person' as const), id: about }
    const day =
      daySource === 'imported' ? { source: daySource } : { source: daySource, on: on ?? state.today }
    attach.mutate(
      { ...typed, subject, title, programmeCode: programmeCode ?? null, day },
      { onSuccess: onClose, onError: markFields(form) },
    )
  }
  return (
    <ChangeForm<Typed>
      title="挂证据"
      form={form}
      hasReason={false}
      initialValues={{ about: household.householdId, kind: 'id-card', source: 'taken', on: state.today }}
      running={attach}
      submit="挂上"
      onClose={onClose}
      onFinish={save}
    >
      <Form.Item name="about" label="关于">
        <Select
          autoFocus
          options={[
            { value: household.householdId, label: '本户' },
            ...household.members.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="kind" label="种类">
        <Select options={kindOptions} />
      </Form.Item>
      <Form.Item name="title" label="名称">
        <Input placeholder="不填就用种类的名称" maxLength={60} />
      </Form.Item>
      <Form.Item
        name="programmeCode"
        label="仅限项目"
        extra="残疾、病历、收入类必须选：只有经办这个项目的人看得到。"
      >
        <ProgrammePick />
      </Form.Item>
      <Form.Item name="source" label="时间来源">
        <Radio.Group
          options={[
            { value: 'taken', label: '拍摄日' },
            { value: 'stated', label: '自述' },
            { value: 'imported', label: '只知导入时间' },
          ]}
        />
      </Form.Item>
      {source !== 'imported' && (
        <Form.Item name="on" label="日期" rules={[{ required: true, message: '请填日期' }]}>
          <DayInput until={state.today} />
        </Form.Item>
      )}
      <Form.Item name="fileToken" label="文件" rules={[{ required: true, message: '请选择文件' }]}>
        <FilePick purpose="scan" />
      </Form.Item>
    </ChangeForm>
  )
}
