import { Checkbox, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { choicesFor, type SurveyQuestion } from '../../../../src-main/domain/survey-question.ts'
import { choiceLines, conditionText, typeLabels } from './question-text.ts'

interface Typed {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly per: SurveyQuestion['per']
  readonly type: SurveyQuestion['type']
  readonly choices?: string
  readonly least?: number | null
  readonly most?: number | null
  readonly required: boolean
  readonly askOf?: string
  readonly askIs?: readonly string[]
  readonly source: string
  readonly confirmed: boolean
}

interface Props {
  readonly question: SurveyQuestion | undefined
  /** Those asked earlier: only they can decide whether this one is asked. */
  readonly before: readonly SurveyQuestion[]
  readonly taken: readonly string[]
  onKeep(question: SurveyQuestion): void
  onClose(): void
}

const ranged = new Set<string>(['number', 'area', 'money'])

/** 一题 — its words, its kind, its limits, and after which answer it is asked. */
export function QuestionForm({ question, before, taken, onKeep, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Typed>()
  const type = Form.useWatch('type', form) ?? question?.type ?? 'yes-no'
  const askOf = Form.useWatch('askOf', form)
  const asked = before.find(({ key }) => key === askOf)
  const deciding = before.filter((one) => choicesFor(one).length > 0)
  // What this form cannot show is kept as it is.
  const hasOtherSkip = question?.askIf !== undefined && !('answer' in question.askIf)
  return (
    <Modal
      open
      title={question === undefined ? '加一题' : '改题'}
      width={640}
      okText="好"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Typed>
        form={form}
        labelCol={{ flex: '96px' }}
        requiredMark={false}
        initialValues={typedOf(question)}
        onFinish={(typed) => onKeep(questionOf(typed, question, hasOtherSkip))}
      >
        <Form.Item
          name="key"
          label="编号"
          rules={[
            { required: true, pattern: /^[a-z][A-Za-z0-9]{0,39}$/, message: '小写字母开头，只用字母和数字' },
            {
              validator: (_, key) =>
                taken.includes(key) ? Promise.reject(new Error('已有这个编号')) : Promise.resolve(),
            },
          ]}
        >
          <Input disabled={question !== undefined} placeholder="如 cropKind，存下后不能改" />
        </Form.Item>
        <Form.Item name="label" label="题名" rules={[{ required: true, max: 12, message: '12 个字以内' }]}>
          <Input />
        </Form.Item>
        <Form.Item
          name="text"
          label="怎样问"
          rules={[{ required: true, min: 2, max: 200, message: '写完整的问句' }]}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="per" label="问谁">
          <Radio.Group
            options={[
              { value: 'household', label: '每户一次' },
              { value: 'person', label: '每人一次' },
            ]}
          />
        </Form.Item>
        <Form.Item name="type" label="类型">
          <Select options={Object.entries(typeLabels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {type === 'choice' && (
          <Form.Item name="choices" label="选项" rules={[{ required: true, message: '一行一个，至少两个' }]}>
            <Input.TextArea rows={4} placeholder="一行一个，编号按次序 1、2、3" />
          </Form.Item>
        )}
        {ranged.has(type) && (
          <Form.Item label="范围">
            <span className="line">
              <Form.Item name="least" noStyle>
                <InputNumber aria-label="最小" />
              </Form.Item>
              至
              <Form.Item name="most" noStyle>
                <InputNumber aria-label="最大" />
              </Form.Item>
            </span>
          </Form.Item>
        )}
        {hasOtherSkip && question.askIf !== undefined ? (
          <Form.Item label="何时问">{conditionText(question.askIf, before)}（保持不变）</Form.Item>
        ) : (
          <Form.Item label="何时问">
            <span className="line">
              <Form.Item name="askOf" noStyle>
                <Select
                  allowClear
                  aria-label="看哪一题"
                  style={{ width: 180 }}
                  placeholder="总是问"
                  options={deciding.map(({ key, label }) => ({ value: key, label }))}
                />
              </Form.Item>
              {asked && (
                <>
                  答
                  <Form.Item name="askIs" noStyle rules={[{ required: true, message: '选答案' }]}>
                    <Select
                      mode="multiple"
                      aria-label="答什么时问"
                      style={{ width: 240 }}
                      options={choicesFor(asked).map(({ value, label }) => ({ value, label }))}
                    />
                  </Form.Item>
                </>
              )}
            </span>
          </Form.Item>
        )}
        <Form.Item name="required" label="必答" valuePropName="checked">
          <Checkbox />
        </Form.Item>
        <Form.Item name="source" label="依据" rules={[{ required: true, message: '写明文件或要求' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="confirmed" label="依据已确认" valuePropName="checked">
          <Checkbox />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function typedOf(question: SurveyQuestion | undefined): Partial<Typed> {
  if (question === undefined)
    return { per: 'household', type: 'yes-no', required: true, confirmed: false, source: '' }
  const { askIf, choices: _, least = null, most = null, ...rest } = question
  const skip = askIf !== undefined && 'answer' in askIf ? { askOf: askIf.answer, askIs: [...askIf.is] } : {}
  return { ...rest, least, most, choices: choiceLines(question), ...skip }
}

function questionOf(typed: Typed, before: SurveyQuestion | undefined, keepSkip: boolean): SurveyQuestion {
  const { key, label, text, per, type, required, source, confirmed, askOf, askIs, least, most } = typed
  const askIf = keepSkip
    ? before?.askIf
    : askOf === undefined || askIs === undefined
      ? undefined
      : { answer: askOf, is: askIs }
  return {
    ...{ key, label, text, per, type, required, source, confirmed },
    ...(type === 'choice' ? { choices: choicesIn(typed.choices ?? '', before) } : {}),
    ...(ranged.has(type) && least != null ? { least } : {}),
    ...(ranged.has(type) && most != null ? { most } : {}),
    ...(before?.decimals === undefined || type !== 'number' ? {} : { decimals: before.decimals }),
    ...(askIf === undefined ? {} : { askIf }),
  }
}

/** A choice that was there keeps what answers mean by it; a new one is meant by its own words. */
function choicesIn(lines: string, before: SurveyQuestion | undefined) {
  const labels = lines.split('\n').flatMap((line) => line.trim() || [])
  return labels.map((label, index) => ({
    code: String(index + 1),
    value: before?.choices?.find((one) => one.label === label)?.value ?? label,
    label,
  }))
}
