import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import {
  type Fact,
  firstCondition,
  operatorLabels,
  operatorsOf,
  type RuleCondition,
  type RuleForm,
} from './rule.ts'

interface Props {
  readonly form: RuleForm
  readonly facts: readonly Fact[]
  onChange(form: RuleForm): void
}

/** 条件表 — one line a condition: which fact, how compared, with what. */
export function RuleConditions({ form, facts, onChange }: Props): ReactNode {
  const { join, conditions } = form
  const put = (at: number, condition: RuleCondition): void =>
    onChange({ join, conditions: conditions.with(at, condition) })
  const [first] = facts
  return (
    <>
      {conditions.length > 1 && (
        <Radio.Group
          aria-label="条件之间"
          value={join}
          onChange={({ target }) => onChange({ join: target.value as RuleForm['join'], conditions })}
          options={[
            { value: 'all', label: '全部都要符合' },
            { value: 'any', label: '符合一条就行' },
          ]}
        />
      )}
      {conditions.map((condition, at) => (
        <div className="line" key={at}>
          <Condition
            condition={condition}
            facts={facts}
            order={at + 1}
            onChange={(changed) => put(at, changed)}
          />
          <Button
            type="text"
            aria-label={`去掉第 ${String(at + 1)} 个条件`}
            icon={<DeleteOutlined />}
            disabled={conditions.length === 1}
            onClick={() => onChange({ join, conditions: conditions.toSpliced(at, 1) })}
          />
        </div>
      ))}
      <Button
        size="small"
        disabled={first === undefined || conditions.length >= 20}
        onClick={() => first && onChange({ join, conditions: [...conditions, firstCondition(first)] })}
      >
        加一个条件
      </Button>
    </>
  )
}

interface ConditionProps {
  readonly condition: RuleCondition
  readonly facts: readonly Fact[]
  readonly order: number
  onChange(condition: RuleCondition): void
}

function Condition({ condition, facts, order, onChange }: ConditionProps): ReactNode {
  const fact = facts.find(({ key }) => key === condition.fact)
  const choose = (key: string): void => {
    const chosen = facts.find((one) => one.key === key)
    if (chosen) onChange(firstCondition(chosen))
  }
  return (
    <>
      <Select
        aria-label={`第 ${String(order)} 个条件的事实`}
        className="rule-fact"
        showSearch={{ optionFilterProp: 'label' }}
        value={condition.fact}
        onChange={choose}
        options={facts.map(({ key, label }) => ({ value: key, label }))}
      />
      {fact?.type === 'bool' ? (
        <Select
          aria-label={`第 ${String(order)} 个条件要不要是`}
          className="rule-value"
          value={condition.values[0] === true}
          onChange={(value) => onChange({ ...condition, values: [value] })}
          options={[
            { value: true, label: '要是' },
            { value: false, label: '不能是' },
          ]}
        />
      ) : (
        fact && <Compared fact={fact} condition={condition} order={order} onChange={onChange} />
      )}
    </>
  )
}

interface ComparedProps extends Omit<ConditionProps, 'facts'> {
  readonly fact: Fact
}

function Compared({ fact, condition, order, onChange }: ComparedProps): ReactNode {
  const { operator, values } = condition
  const isTyped = operator === 'in' || fact.options.length === 0
  return (
    <>
      <Select
        aria-label={`第 ${String(order)} 个条件怎么比`}
        className="rule-operator"
        value={operator}
        onChange={(chosen) => onChange({ ...condition, operator: chosen, values: values.slice(0, 1) })}
        options={operatorsOf(fact).map((value) => ({ value, label: operatorLabels[value] }))}
      />
      {fact.type === 'string' || operator === 'in' ? (
        <Select
          aria-label={`第 ${String(order)} 个条件的值`}
          className="rule-value"
          {...(isTyped ? { mode: 'tags' as const } : {})}
          maxCount={operator === 'in' ? 30 : 1}
          value={isTyped ? values.map(String) : String(values[0])}
          onChange={(chosen: string | string[]) => {
            const typed = [chosen].flat().map((one) => (fact.type === 'string' ? one : Number(one)))
            const usable = typed.filter((one) => typeof one === 'string' || Number.isFinite(one))
            if (usable.length > 0) onChange({ ...condition, values: usable })
          }}
          options={fact.options.map((option) => ({ value: option, label: option }))}
        />
      ) : (
        <InputNumber
          aria-label={`第 ${String(order)} 个条件的值`}
          className="rule-value"
          value={Number(values[0])}
          precision={fact.type === 'int' ? 0 : 2}
          suffix={fact.unit}
          onChange={(value) => value !== null && onChange({ ...condition, values: [value] })}
        />
      )}
    </>
  )
}
