import { App, Form, Input, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { FilePick } from '../../../app/file-pick.tsx'
import { useWho } from '../../../app/who.tsx'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { DayInput } from '../../../components/day-input.tsx'
import { ChangeForm } from '../change-form.tsx'

/** What every event is recorded with. */
export interface EventTyped {
  readonly happenedOn: string
  readonly source: string
  readonly reason: string
  readonly fileToken?: string
}

/** The same as the core takes it. */
export interface EventSent {
  readonly happenedOn: string
  readonly source: string
  readonly reason: string
  readonly fileToken: string | null
}

interface Props<Typed extends EventTyped, Answer extends { readonly serial: string }> {
  readonly title: string
  readonly submit: string
  readonly form: FormInstance<Typed>
  readonly initialValues?: Partial<Typed>
  readonly sourceHint: string
  readonly children: ReactNode
  /** Sends what was typed. */
  send(typed: Typed, event: EventSent): Promise<Answer>
  onDone?(answer: Answer): void
  onValuesChange?(changed: Partial<Typed>, typed: Typed): void
  onClose(): void
}

/** 家庭事件 — what happened comes first, then on which day, from which paper, and why. */
export function EventDialog<Typed extends EventTyped, Answer extends { readonly serial: string }>(
  props: Props<Typed, Answer>,
): ReactNode {
  const { title, submit, form, initialValues, sourceHint, children, onClose } = props
  const { state } = useWho()
  const { message } = App.useApp()
  const record = useCommand((typed: Typed) => {
    const { happenedOn, source, reason, fileToken } = typed
    return props.send(typed, { happenedOn, source, reason, fileToken: fileToken ?? null })
  })
  const done = (answer: Answer): void => {
    void message.success(`已登记，编号 ${answer.serial}。登记表在“家庭事件”里打印。`, 6)
    props.onDone?.(answer)
    onClose()
  }
  return (
    <ChangeForm<Typed>
      title={title}
      form={form}
      width={720}
      initialValues={{ happenedOn: state.today, ...initialValues } as Partial<Typed>}
      running={record}
      submit={submit}
      onClose={onClose}
      {...(props.onValuesChange ? { onValuesChange: props.onValuesChange } : {})}
      onFinish={(typed) => record.mutate(typed, { onSuccess: done, onError: markFields(form) })}
    >
      {children}
      <Form.Item
        name={'happenedOn' as never}
        label="发生日期"
        rules={[{ required: true, message: '请填日期' }]}
      >
        <DayInput until={state.today} />
      </Form.Item>
      <Form.Item
        name={'source' as never}
        label="依据"
        rules={[{ required: true, min: 2, message: '写明凭什么办' }]}
      >
        <Input placeholder={sourceHint} maxLength={200} />
      </Form.Item>
      <Form.Item name={'fileToken' as never} label="扫描件">
        <FilePick purpose="scan" />
      </Form.Item>
    </ChangeForm>
  )
}
