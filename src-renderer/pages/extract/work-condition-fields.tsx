import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import type { ApplicationStatus } from '../../../src-main/domain/application-status.ts'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { Range, YesNo } from './choice-inputs.tsx'
import type { DefinitionChoice } from './use-definition.ts'

/** Conditions on a programme: of people and households whether they take part, of applications what they are. */
export function WorkConditionFields({ choice }: { readonly choice: DefinitionChoice }): ReactNode {
  const { year } = useWho()
  const { grain, conditions } = choice.definition
  const choose = choice.chooseConditions
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const isWork = grain === 'application' || grain === 'roster'
  const chooseProgramme = (code: string | null | undefined): void =>
    choose({
      programmeCode: code ?? undefined,
      takesPart: code == null || isWork ? undefined : (conditions.takesPart ?? true),
    })
  return (
    <>
      <label>补贴项目</label>
      <Select
        allowClear
        aria-label="补贴项目"
        placeholder="不限"
        showSearch={{ optionFilterProp: 'label' }}
        value={conditions.programmeCode ?? null}
        onChange={chooseProgramme}
        options={(programmes.data ?? []).map((row) => ({ value: row.programmeCode, label: row.name }))}
      />
      <label htmlFor="extract-year">年度</label>
      <InputNumber
        id="extract-year"
        min={2000}
        max={2100}
        placeholder="不限"
        value={conditions.year ?? null}
        onChange={(value) => choose({ year: value ?? undefined })}
      />
      {!isWork && conditions.programmeCode !== undefined && (
        <>
          <label>是否享受</label>
          <YesNo
            label="是否享受"
            yes="有申报或在清册上"
            no="没有"
            value={conditions.takesPart}
            onChange={(takesPart) => choose({ takesPart })}
          />
        </>
      )}
      {grain === 'application' && (
        <>
          <label>办理状态</label>
          <Select<ApplicationStatus[]>
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            aria-label="办理状态"
            placeholder="不限"
            value={[...(conditions.statuses ?? [])]}
            onChange={(statuses) => choose({ statuses: statuses.length === 0 ? undefined : statuses })}
            options={(Object.keys(statusLabels) as ApplicationStatus[]).map((value) => ({
              value,
              label: statusLabels[value],
            }))}
          />
        </>
      )}
      {isWork && (
        <>
          <label>面积（亩）</label>
          <Range
            label="面积"
            units={100}
            from={conditions.areaFromCentiMu}
            to={conditions.areaToCentiMu}
            onChange={(areaFromCentiMu, areaToCentiMu) => choose({ areaFromCentiMu, areaToCentiMu })}
          />
          <label>金额（元）</label>
          <Range
            label="金额"
            units={100}
            from={conditions.amountFromFen}
            to={conditions.amountToFen}
            onChange={(amountFromFen, amountToFen) => choose({ amountFromFen, amountToFen })}
          />
        </>
      )}
    </>
  )
}
