import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { PersonStatus } from '../../../src-main/domain/extract-definition.ts'
import { personStatusLabels, sexLabels } from '../../../src-main/wording/extract-labels.ts'
import { calls } from '../../api/calls.ts'
import { SurveyConditionFields } from './survey-condition-fields.tsx'
import type { DefinitionChoice } from './use-definition.ts'
import { WorkConditionFields } from './work-condition-fields.tsx'
import { Range, YesNo } from './choice-inputs.tsx'

/** 条件 — all that are given must hold. */
export function ConditionFields({ choice }: { readonly choice: DefinitionChoice }): ReactNode {
  const { conditions } = choice.definition
  const choose = choice.chooseConditions
  const villages = useQuery(calls.register.summary.queryOptions())
  return (
    <fieldset className="extract-conditions">
      <legend>条件（都要满足，空着不限）</legend>
      <label>村</label>
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        aria-label="村"
        placeholder="全部可见的村"
        showSearch={{ optionFilterProp: 'label' }}
        value={[...(conditions.villages ?? [])]}
        onChange={(codes: string[]) => choose({ villages: codes.length === 0 ? undefined : codes })}
        options={(villages.data?.byVillage ?? []).map((village) => ({
          value: village.villageCode,
          label: village.villageName,
        }))}
      />
      <label htmlFor="extract-group">组</label>
      <Text id="extract-group" value={conditions.group} onChange={(group) => choose({ group })} />
      <label htmlFor="extract-name">姓名含</label>
      <Text id="extract-name" value={conditions.name} onChange={(name) => choose({ name })} />
      <label>性别</label>
      <Select
        allowClear
        aria-label="性别"
        placeholder="不限"
        value={conditions.sex ?? null}
        onChange={(sex: keyof typeof sexLabels | null | undefined) => choose({ sex: sex ?? undefined })}
        options={Object.entries(sexLabels).map(([value, label]) => ({ value, label }))}
      />
      <label>年龄</label>
      <Range
        label="年龄"
        from={conditions.ageFrom}
        to={conditions.ageTo}
        onChange={(ageFrom, ageTo) => choose({ ageFrom, ageTo })}
      />
      <label>人员状态</label>
      <Select
        allowClear
        aria-label="人员状态"
        placeholder="不限"
        value={conditions.personStatus ?? null}
        onChange={(status: PersonStatus | null | undefined) => choose({ personStatus: status ?? undefined })}
        options={Object.entries(personStatusLabels).map(([value, label]) => ({ value, label }))}
      />
      <label>账户</label>
      <YesNo
        label="账户"
        yes="有账户"
        no="没有账户"
        value={conditions.hasAccount}
        onChange={(hasAccount) => choose({ hasAccount })}
      />
      <label>电话</label>
      <YesNo
        label="电话"
        yes="有电话"
        no="没有电话"
        value={conditions.hasPhone}
        onChange={(hasPhone) => choose({ hasPhone })}
      />
      <label>死亡名单</label>
      <YesNo
        label="死亡名单"
        yes="在名单上"
        no="不在名单上"
        value={conditions.onDeceasedList}
        onChange={(onDeceasedList) => choose({ onDeceasedList })}
      />
      <WorkConditionFields choice={choice} />
      <SurveyConditionFields choice={choice} />
    </fieldset>
  )
}

interface TextProps {
  readonly id: string
  readonly value: string | undefined
  onChange(value: string | undefined): void
}

function Text({ id, value, onChange }: TextProps): ReactNode {
  return (
    <Input
      id={id}
      allowClear
      maxLength={40}
      placeholder="不限"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}
