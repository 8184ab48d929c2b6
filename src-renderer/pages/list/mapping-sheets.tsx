import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { countText } from '../../format/amount.ts'
import type { Stage } from './stage.ts'
import type { Mapping } from './use-mapping.ts'

interface Props {
  readonly stage: Stage
  readonly mapping: Mapping
}

/** Which sheets of the book belong to the list. */
export function MappingSheets({ stage, mapping }: Props): ReactNode {
  const { plan, change } = mapping
  if (plan.sheets.length === 0) return null
  const toggle = (sheet: Stage['sheets'][number], isWanted: boolean): void => {
    const { name, headerFrom, headerTo } = sheet
    const before = stage.plan.sheets.find((one) => one.sheet === name)
    const added = before ?? { sheet: name, headerFrom, headerTo, fields: [], constants: {} }
    const order = stage.sheets.map((one) => one.name)
    const sheets = isWanted ? [...plan.sheets, added] : plan.sheets.filter((one) => one.sheet !== name)
    if (sheets.length === 0) return
    change({ sheets: sheets.toSorted((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet)) })
  }
  return (
    <fieldset className="line sheets">
      <legend>一并导入的工作表</legend>
      {stage.sheets.map((sheet) => (
        <Checkbox
          key={sheet.name}
          checked={plan.sheets.some((one) => one.sheet === sheet.name)}
          disabled={sheet.rows === 0}
          onChange={(event) => toggle(sheet, event.target.checked)}
        >
          {sheet.name}（{countText(sheet.rows)} 行{sheet.why && `，${sheet.why}`}）
        </Checkbox>
      ))}
    </fieldset>
  )
}
