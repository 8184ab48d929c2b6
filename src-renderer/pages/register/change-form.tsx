import { Button, Form, Modal, type FormInstance } from 'antd'
import { useRef, type ReactNode } from 'react'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'

interface Props<Typed extends object> {
  readonly title: ReactNode
  readonly form: FormInstance<Typed>
  readonly initialValues?: Partial<Typed>
  readonly running: { readonly isPending: boolean; readonly isError: boolean; readonly error: Error | null }
  readonly submit: string
  readonly width?: number
  /** Left out where the form has a reason of its own. */
  readonly hasReason?: boolean
  readonly children: ReactNode
  onFinish(typed: Typed): void
  onValuesChange?(changed: Partial<Typed>, typed: Typed): void
  onClose(): void
}

/** A form over the page: its first field is ready to type in, Enter saves, Esc leaves everything as it was. */
export function ChangeForm<Typed extends object>(props: Props<Typed>): ReactNode {
  const { title, form, initialValues, running, submit, width = 560, hasReason = true, children } = props
  const body = useRef<HTMLDivElement>(null)
  return (
    <Modal
      open
      title={title}
      width={width}
      style={{ top: 48 }}
      footer={null}
      onCancel={props.onClose}
      afterOpenChange={(isOpen) => isOpen && focusFirst(body.current)}
    >
      <div ref={body}>
        <Form<Typed>
          form={form}
          labelCol={{ flex: '104px' }}
          labelWrap
          requiredMark={false}
          scrollToFirstError
          {...(initialValues ? { initialValues: initialValues as never } : {})}
          {...(props.onValuesChange ? { onValuesChange: props.onValuesChange } : {})}
          onFinish={props.onFinish}
        >
          {children}
          {hasReason && (
            <Form.Item
              name={'reason' as never}
              label="事由"
              rules={[{ required: true, min: 2, message: '写明为什么改、凭什么改' }]}
            >
              <ReasonInput style={{ width: '100%' }} placeholder="如：已看户口簿原件" />
            </Form.Item>
          )}
          {running.isError && <ProblemAlert problem={problemOf(running.error)} />}
          <div className="buttons form-end">
            <Button type="primary" htmlType="submit" loading={running.isPending}>
              {submit}
            </Button>
            <Button onClick={props.onClose}>取消</Button>
          </div>
        </Form>
      </div>
    </Modal>
  )
}

/** The window takes the focus to itself when it opens; a clerk wants to type. */
function focusFirst(body: HTMLElement | null): void {
  body?.querySelector<HTMLElement>('input:not([type="hidden"]):not([disabled]), textarea')?.focus()
}
