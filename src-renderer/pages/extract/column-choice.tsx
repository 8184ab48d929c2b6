import { Button, Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { extractFields, extractGrains, type ExtractGrain } from '../../../src-main/domain/extract-field.ts'
import { grainLabels } from '../../../src-main/wording/extract-labels.ts'
import { AnswerColumns } from './answer-columns.tsx'
import type { DefinitionChoice } from './use-definition.ts'

/** What one line is, and which columns it has, in the order they were ticked. */
export function ColumnChoice({ choice }: { readonly choice: DefinitionChoice }): ReactNode {
  const { grain, columns, conditions } = choice.definition
  const offered = extractFields.filter((field) => field.grains.includes(grain))
  const toggle = (key: string, isChosen: boolean): void =>
    choice.chooseColumns(isChosen ? [...columns, key] : columns.filter((one) => one !== key))
  return (
    <>
      <label className="line">
        一行是
        <Select<ExtractGrain>
          style={{ width: 270 }}
          value={grain}
          onChange={choice.chooseGrain}
          options={extractGrains.map((value) => ({ value, label: grainLabels[value] }))}
        />
      </label>
      <fieldset className="extract-columns">
        <legend>
          列（按勾选先后排）{' '}
          <Button type="link" onClick={() => choice.chooseColumns([])}>
            全不选
          </Button>
        </legend>
        {offered.map(({ key, label }) => (
          <Checkbox
            key={key}
            checked={columns.includes(key)}
            onChange={(event) => toggle(key, event.target.checked)}
          >
            {label}
          </Checkbox>
        ))}
        {conditions.survey !== undefined && (
          <AnswerColumns roundId={conditions.survey.roundId} columns={columns} onToggle={toggle} />
        )}
      </fieldset>
    </>
  )
}
