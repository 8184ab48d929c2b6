import { Button, Checkbox, Form, Input, InputNumber, Radio, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from '../../app/who.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ProgrammeRow } from './programme-row.ts'
import { recheckAmong } from './recheck-rule-text.ts'
import { deathConsequences, hearingTerms, signedRegisters } from './terms-facts.tsx'
import { RuleField } from './rule/rule-field.tsx'
import { StandardFields } from './standard-fields.tsx'
import { firstTerms } from './first-terms.ts'

type Terms = Inputs['programme']['enterTerms']['terms']
type Typed = Omit<Terms, 'rateYuan'> & { rateYuan?: string | null }

interface Props {
  readonly row: ProgrammeRow
  onDone(): void
}

const required = [{ required: true, message: '必填' }]
const registerOptions = Object.entries(signedRegisters).map(([value, label]) => ({ value, label }))
const amongOptions = Object.entries(recheckAmong).map(([value, label]) => ({ value, label }))
const hearingOptions = Object.entries(hearingTerms).map(([value, label]) => ({ value, label }))
const deathOptions = Object.entries(deathConsequences).map(([value, label]) => ({ value, label }))

/** 录入条款 — as the county's list and the year's document say; money needs the rate, a notice the publicity terms. */
export function TermsForm({ row, onDone }: Props): ReactNode {
  const { year } = useWho()
  const enter = useCommand(client.programme.enterTerms)
  const [form] = Form.useForm<Typed>()
  const save = ({ rateYuan, ...terms }: Typed): void => {
    // by tiers there is no one standard; the first stands where one has to be named
    const typed = terms.rateBy === 'tiers' ? terms.rateTiers?.[0]?.rateYuan : rateYuan
    enter.mutate(
      { programmeCode: row.programmeCode, year, terms: { ...terms, rateYuan: typed?.trim() || null } },
      { onSuccess: onDone, onError: (error) => markFields(form)(error) },
    )
  }
  return (
    <Form<Typed>
      form={form}
      scrollToFirstError
      className="terms-form"
      labelCol={{ flex: '112px' }}
      labelWrap
      requiredMark={false}
      initialValues={row.draft ?? row.terms ?? firstTerms(row, year)}
      onFinish={save}
    >
      <Form.Item name="name" hidden>
        <Input />
      </Form.Item>
      <StandardFields row={row} />
      <Text name="rateText" label="标准原文" />
      <Text name="basis" label="政策依据" />
      <Text name="source" label="来源" placeholder="县财政局 2026 年政策清单第 1 版，文号" />
      <Text name="beneficiaries" label="对象" />
      <Text name="department" label="主管部门" />
      <Form.Item name="eligibilityDate" label="资格基准日" rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="deathConsequence" label="户主死亡" rules={required}>
        <Select options={deathOptions} />
      </Form.Item>
      <ExtendMonths />
      <Form.Item name="eligibilityRule" label="资格规则">
        <RuleField programmeCode={row.programmeCode} />
      </Form.Item>
      <PublicityFields />
      <Form.Item
        name="signOffChain"
        label="签批链"
        extra="按签批先后填，输入一步按回车；印在汇总表末尾的签字栏。"
        rules={[{ required: true, type: 'array', min: 1, max: 8, message: '至少一步，至多八步' }]}
      >
        <Select mode="tags" tokenSeparators={['→', '、', '；']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="guardianAccounts" label="监护人账户" valuePropName="checked">
        <Switch checkedChildren="可用，须有证明和到期日" unCheckedChildren="不可用" />
      </Form.Item>
      <Form.Item name="organisationAccounts" label="对公账户" valuePropName="checked">
        <Switch checkedChildren="可用，清单标明组织对象" unCheckedChildren="不可用" />
      </Form.Item>
      <Form.Item name="hearing" label="停发、调减前" rules={required}>
        <Select options={hearingOptions} />
      </Form.Item>
      <Form.Item name="signedRegister" label="签字核实清册" rules={required}>
        <Select options={registerOptions} />
      </Form.Item>
      <Form.Item
        label="抽查复核"
        extra="公示前由没有经手的人复核。每村至少几笔和比例取多的；都填 0 就是不抽。"
      >
        <div className="line">
          <Form.Item name={['recheck', 'percent']} noStyle rules={required}>
            <InputNumber {...{ ...counted, max: 100, suffix: '%', 'aria-label': '抽查比例' }} />
          </Form.Item>
          <span>每村至少</span>
          <Form.Item name={['recheck', 'perVillage']} noStyle rules={required}>
            <InputNumber {...{ ...counted, max: 500, suffix: '笔', 'aria-label': '每村至少' }} />
          </Form.Item>
          <Form.Item name={['recheck', 'among']} noStyle>
            <Select options={amongOptions} aria-label="从哪些里抽" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name={['recheck', 'kin']} noStyle valuePropName="checked">
            <Checkbox>村干部、经办人近亲属逐户查</Checkbox>
          </Form.Item>
        </div>
      </Form.Item>
      <Text name="reviewDepartment" label="审核部门" />
      <Text name="payer" label="发放主体" />
      <Text name="reissuer" label="补发发起方" />
      {enter.isError && <ProblemAlert problem={problemOf(enter.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          保存，等第二人启用
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}

/** Asked for only where payments go on for some months after a death. */
function ExtendMonths(): ReactNode {
  const consequence = Form.useWatch<string | undefined>('deathConsequence')
  if (consequence !== 'extend-months') return null
  return (
    <Form.Item
      name="extendMonths"
      label="延发月数"
      rules={[{ required: true, type: 'number', min: 1, message: '至少一个月' }]}
    >
      <InputNumber min={0} max={36} precision={0} />
    </Form.Item>
  )
}

const counted = { min: 0, precision: 0, style: { width: 90 } }

function Text({
  name,
  label,
  placeholder,
}: {
  name: keyof Typed
  label: string
  placeholder?: string
}): ReactNode {
  return (
    <Form.Item name={name} label={label} rules={required}>
      <Input.TextArea autoSize {...(placeholder ? { placeholder } : {})} />
    </Form.Item>
  )
}

function PublicityFields(): ReactNode {
  const at = (field: keyof Terms['publicity']): string[] => ['publicity', field]
  return (
    <>
      <Form.Item name={at('posted')} label="张榜公示" valuePropName="checked">
        <Switch checkedChildren="张榜" unCheckedChildren="不张榜" />
      </Form.Item>
      <Form.Item name={at('days')} label="公示天数" rules={required}>
        <InputNumber min={1} max={60} />
      </Form.Item>
      <Form.Item name={at('dayKind')} label="计日方法">
        <Radio.Group
          options={[
            { value: 'calendar', label: '自然日' },
            { value: 'working', label: '工作日' },
          ]}
        />
      </Form.Item>
      <Form.Item name={at('firstDayCounted')} label="张贴当日" valuePropName="checked">
        <Switch checkedChildren="计入" unCheckedChildren="不计，次日起算" />
      </Form.Item>
      <Form.Item name={at('moveLastDayPastRest')} label="末日遇休息日" valuePropName="checked">
        <Switch checkedChildren="顺延" unCheckedChildren="不顺延" />
      </Form.Item>
      <Form.Item name={at('nameStyle')} label="姓名">
        <Radio.Group
          options={[
            { value: 'full', label: '全名' },
            { value: 'surname-only', label: '只印姓' },
          ]}
        />
      </Form.Item>
      <Form.Item name={at('places')} label="公示地点" rules={required}>
        <Input />
      </Form.Item>
    </>
  )
}
