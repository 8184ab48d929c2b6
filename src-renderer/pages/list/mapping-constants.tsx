import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { listKindTerms } from '../../../src-main/domain/list-kind.ts'
import { reliefKinds } from '../../../src-main/domain/list-words.ts'
import { calls } from '../../api/calls.ts'
import type { PlannedSheet, Stage } from './stage.ts'
import type { Mapping } from './use-mapping.ts'

interface Props {
  readonly stage: Stage
  readonly mapping: Mapping
  readonly sheet: PlannedSheet
}

/** What stands for a column the sheet does not have: one village a sheet, 低保 or 特困. */
export function MappingConstants({ stage, mapping, sheet }: Props): ReactNode {
  const villages = useQuery(calls.division.villages.queryOptions())
  const lacks = (field: string) =>
    !sheet.fields.includes(field) && stage.fields.some(({ key }) => key === field)
  const set = (field: string, text: string | undefined): void => {
    const { [field]: _before, ...others } = sheet.constants
    mapping.changeSheet(sheet.sheet, {
      constants: text === undefined ? others : { ...others, [field]: text },
    })
  }
  return (
    <>
      {lacks('village') &&
        (listKindTerms[stage.kind].villages || sheet.constants['village'] !== undefined) && (
          <label>
            没有村一列，整张表是{' '}
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={sheet.constants['village']}
              placeholder="选村"
              options={(villages.data ?? []).map(({ name }) => ({ value: name, label: name }))}
              onChange={(name: string | undefined) => set('village', name)}
              style={{ width: 160 }}
            />
          </label>
        )}
      {lacks('reliefKind') && (
        <label>
          整张表是{' '}
          <Select
            value={sheet.constants['reliefKind'] ?? null}
            placeholder="选救助类别"
            status={sheet.constants['reliefKind'] === undefined ? 'error' : ''}
            options={reliefKinds.map(({ label }) => ({ value: label, label }))}
            onChange={(label: string | null) => set('reliefKind', label ?? undefined)}
            style={{ width: 150 }}
          />
        </label>
      )}
    </>
  )
}
