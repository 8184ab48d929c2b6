import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls, client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { FilePick } from '../../app/file-pick.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ReadyVillage } from './publicity-village.ts'

interface Typed {
  readonly statedOn: string
  readonly statement: string
  readonly fileToken?: string
}

/** 核实情况说明 — without it a village's list is not posted. */
export function VillageVerification({
  programmeCode,
  ready,
}: {
  readonly programmeCode: string
  readonly ready: ReadyVillage
}): ReactNode {
  const { year, state } = useWho()
  const period = { programmeCode, year }
  const list = useQuery(calls.verification.list.queryOptions({ input: period }))
  const record = useCommand(client.verification.record)
  const [form] = Form.useForm<Typed>()
  const mayRecord = useHasRole('clerk')
  const stated = list.data?.find((village) => village.villageCode === ready.villageCode)
  const save = ({ fileToken, ...typed }: Typed): void =>
    record.mutate(
      { ...period, villageCode: ready.villageCode, fileToken: fileToken ?? null, ...typed },
      { onError: markFields(form) },
    )
  return (
    <section>
      <h3>{ready.villageName} · 核实情况说明</h3>
      {ready.waiting > 0 && <p className="explain">还有 {ready.waiting} 笔没有审完，审完才能公示、报送。</p>}
      {stated?.survey != null && <SurveyLine survey={stated.survey} />}
      {stated?.statedOn != null && (
        <p>
          {stated.statedOn} {stated.recordedBy} 登记：{stated.statement} {stated.hasFile && '（有附件）'}
        </p>
      )}
      {stated && stated.statedOn === null && mayRecord && (
        <Form<Typed>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ statedOn: state.today }}
          onFinish={save}
        >
          <Form.Item name="statedOn" label="说明日期" rules={[{ required: true, message: '请填日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="statement"
            label="村里怎样核实的（入户、电话、村组代核，签字情况）"
            rules={[{ required: true, min: 5, message: '至少写一句话' }]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item name="fileToken" label="签字盖章件（可选）">
            <FilePick purpose="image" />
          </Form.Item>
          {record.isError && <ProblemAlert problem={problemOf(record.error)} />}
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            登记核实说明
          </Button>
        </Form>
      )}
    </section>
  )
}

interface SurveyLineProps {
  readonly survey: {
    readonly tasks: number
    readonly unvisited: number
    readonly mustVisitOpen: number
    readonly conflicts: number
  }
}

/** What the survey of the village still lacks, before somebody states that it was verified. */
function SurveyLine({ survey }: SurveyLineProps): ReactNode {
  const open = [
    survey.unvisited > 0 ? `未访 ${survey.unvisited} 户` : '',
    survey.mustVisitOpen > 0 ? `必访未办 ${survey.mustVisitOpen} 户` : '',
    survey.conflicts > 0 ? `冲突待定 ${survey.conflicts} 户` : '',
  ].filter((part) => part !== '')
  return (
    <p className={open.length > 0 ? 'explain' : 'ties'}>
      摸底应访 {survey.tasks} 户{open.length > 0 ? `：${open.join('、')}，请在说明里写清楚` : '，已逐户办完'}
      。
    </p>
  )
}
