import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import {
  exemptions,
  hearingWays,
  type Cut,
  type Exemption,
  type HearingWay,
} from '../../../src-main/domain/hearing.ts'
import { cutLabels, exemptionLabels, hearingWayLabels } from '../../../src-main/wording/hearing-labels.ts'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { FilePick } from '../../app/file-pick.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ReviewRecord } from './finding-detail.tsx'

type Typed = Omit<Inputs['review']['hear'], 'applicationId'>

interface Props {
  readonly record: ReviewRecord
  readonly cut: Cut
  onDone(): void
}

const ways = hearingWays.map((value) => ({ value, label: hearingWayLabels[value] }))
const reasons = exemptions.map((value) => ({ value, label: exemptionLabels[value] }))
const cuts = (['stop', 'reduce'] as const).map((value) => ({ value, label: cutLabels[value] }))
const required = [{ required: true, message: '必填' }]

/** 登记听取意见 — asks only what the chosen way needs. */
export function HearingForm({ record, cut, onDone }: Props): ReactNode {
  const hear = useCommand(client.review.hear)
  const [form] = Form.useForm<Typed>()
  const way = Form.useWatch<HearingWay | undefined>('way', form) ?? 'visit'
  const exemption = Form.useWatch<Exemption | undefined>('exemption', form)
  const isHeard = way !== 'exempt' && way !== 'not-reached'
  return (
    <Form<Typed>
      form={form}
      className="hearing-form"
      requiredMark={false}
      labelCol={{ flex: '76px' }}
      initialValues={{ cut, way: 'visit', heardName: record.name, relation: '本人', attempts: [{}, {}] }}
      onFinish={({ exemption = null, fileToken = null, cut: typedCut = cut, attempts = [], ...typed }) =>
        hear.mutate(
          { applicationId: record.applicationId, cut: typedCut, exemption, fileToken, attempts, ...typed },
          { onSuccess: onDone, onError: markFields(form) },
        )
      }
    >
      {record.hearings?.reduces === true && (
        <Form.Item name="cut" label="拟作决定">
          <Radio.Group options={cuts} optionType="button" size="small" />
        </Form.Item>
      )}
      <Form.Item name="way" label="方式">
        <Select options={ways} autoFocus />
      </Form.Item>
      {way === 'exempt' && (
        <Form.Item name="exemption" label="免听取" rules={required}>
          <Select options={reasons} />
        </Form.Item>
      )}
      {exemption === 'general-adjustment' && (record.hearings?.othersReduced ?? 0) > 0 && (
        <Form.Item name="forAll" valuePropName="checked" label="一并登记">
          <Checkbox>本项目其他 {record.hearings?.othersReduced} 笔同样调低、还没有听取的也登记</Checkbox>
        </Form.Item>
      )}
      {way === 'not-reached' && <Attempts />}
      <Form.Item name="heardOn" label="日期" rules={required}>
        <DayInput />
      </Form.Item>
      {isHeard && (
        <>
          <Form.Item name="heardName" label="谁说的" rules={required}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="relation" label="与本人">
            <Input maxLength={20} placeholder="本人、配偶、子女…" />
          </Form.Item>
          <Form.Item name="said" label="意见" rules={required}>
            <Input.TextArea autoSize maxLength={1000} placeholder="照原话记，没有意见也写“没有意见”" />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="answer"
        label={answerLabels[way] ?? '答复'}
        rules={way === 'not-reached' ? [] : required}
      >
        <Input.TextArea autoSize maxLength={1000} placeholder={answerHints[way] ?? '采纳没有，为什么'} />
      </Form.Item>
      <Form.Item name="fileToken" label="签字件">
        <FilePick purpose="image" />
      </Form.Item>
      {hear.isError && <ProblemAlert problem={problemOf(hear.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={hear.isPending}>
          登记
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}

/** 查找经过 — each attempt with its day; one knock is no search. */
function Attempts(): ReactNode {
  return (
    <Form.List name="attempts">
      {(lines, { add }, { errors }) => (
        <Form.Item label="查找经过" required>
          {lines.map(({ key, name }, at) => (
            <div key={key} className="attempt">
              <Form.Item name={[name, 'on']} rules={required} noStyle>
                <DayInput label={`第 ${String(at + 1)} 次日期`} />
              </Form.Item>
              <Form.Item name={[name, 'how']} rules={required} noStyle>
                <Input
                  maxLength={200}
                  placeholder="入户无人、电话不通…"
                  aria-label={`第 ${String(at + 1)} 次怎么找`}
                />
              </Form.Item>
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {lines.length < 6 && (
            <Button size="small" onClick={() => add({})}>
              再加一次
            </Button>
          )}
        </Form.Item>
      )}
    </Form.List>
  )
}

const answerLabels: Partial<Record<HearingWay, string>> = { 'not-reached': '其他情况', exempt: '说明' }
const answerHints: Partial<Record<HearingWay, string>> = {
  'not-reached': '谁证明，打听到什么',
  exempt: '依据和情况，如：火化证明；本人书面放弃；全县统一调标',
}
