import { Button, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { paidBy } from '../../../src-main/domain/programme-terms.ts'
import { ratesBy, type RateBy } from '../../../src-main/domain/standard.ts'
import { rateByLabels } from '../../../src-main/wording/rate-by-labels.ts'
import { RuleField } from './rule/rule-field.tsx'
import type { ProgrammeRow } from './programme-row.ts'

const options = ratesBy.map((value) => ({ value, label: rateByLabels[value] }))
const required = [{ required: true, message: '必填' }]
const aRate = { pattern: /^\d{1,9}(\.\d{1,12})?$/, message: '只写数字，如 67.03 或 124.9788302' }

/** 补贴标准 — one figure, or by tiers whose conditions are asked from the top; by land always one. */
export function StandardFields({ row }: { readonly row: ProgrammeRow }): ReactNode {
  const rateBy = Form.useWatch<RateBy | undefined>('rateBy')
  const unit = Form.useWatch<string | undefined>('unit') ?? row.unit
  const isByLand = paidBy(row.unit) === 'land'
  return (
    <>
      <Form.Item
        name="unit"
        label="计量单位"
        hidden={isByLand}
        rules={required}
        extra="按月算的写“人·月”，金额按月数算。"
      >
        <Input maxLength={10} style={{ width: 120 }} />
      </Form.Item>
      <Form.Item name="rateBy" label="标准怎么定" hidden={isByLand}>
        <Radio.Group options={options} />
      </Form.Item>
      {rateBy === 'tiers' && !isByLand ? (
        <Tiers programmeCode={row.programmeCode} unit={unit} />
      ) : (
        <Form.Item
          name="rateYuan"
          label="补贴标准"
          extra="没有定就留空：照收文字，但不能算钱。"
          rules={[aRate]}
        >
          <Input suffix={`元／${unit}`} autoFocus />
        </Form.Item>
      )}
    </>
  )
}

function Tiers({
  programmeCode,
  unit,
}: {
  readonly programmeCode: string
  readonly unit: string
}): ReactNode {
  return (
    <Form.List name="rateTiers">
      {(tiers, { add, remove }) => (
        <Form.Item
          label="各档"
          extra="从上往下，条件最先符合的一档算；缺事实的不猜，列出缺什么。满年龄的次月按新档。"
        >
          {tiers.map(({ key, name }) => (
            <div key={key} className="tier">
              <div className="tier-head">
                <Form.Item name={[name, 'name']} noStyle rules={required}>
                  <Input
                    placeholder="档名，如 80—89 岁"
                    maxLength={20}
                    aria-label={`第 ${String(name + 1)} 档名`}
                  />
                </Form.Item>
                <Form.Item name={[name, 'rateYuan']} noStyle rules={[...required, aRate]}>
                  <Input suffix={`元／${unit}`} aria-label={`第 ${String(name + 1)} 档标准`} />
                </Form.Item>
                <Button type="link" onClick={() => remove(name)}>
                  删去这档
                </Button>
              </div>
              <Form.Item name={[name, 'when']} noStyle>
                <RuleField programmeCode={programmeCode} />
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add({ name: '', rateYuan: '', when: '' })}>加一档</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
