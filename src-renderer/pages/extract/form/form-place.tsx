import { Button, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Job } from '../../../api/use-job.ts'
import type { FormView } from './form.ts'

interface Props {
  readonly view: FormView
  readonly read: Job<'form.read'>
}

/** 哪张工作表、表头在哪几行 — read again when the clerk says otherwise. */
export function FormPlace({ view, read }: Props): ReactNode {
  const { stageId, sheet, header, sheets } = view
  const [[from, to], setHeader] = useState<readonly [number, number]>(header)
  const again = (change: { sheet?: string; header?: [number, number] }): void =>
    read.start({ fileToken: null, stageId, sheet, header: null, ...change })
  const isChanged = from !== header[0] || to !== header[1]
  return (
    <div className="line">
      <Select
        aria-label="工作表"
        style={{ width: 130 }}
        value={sheet}
        onChange={(name) => again({ sheet: name })}
        options={sheets.map(({ name, isHidden }) => ({
          value: name,
          label: isHidden ? `${name}（隐藏）` : name,
        }))}
      />
      <span>
        表头第{' '}
        <InputNumber
          aria-label="表头从第几行"
          style={{ width: 52 }}
          min={1}
          max={60}
          value={from}
          onChange={(value) => setHeader([value ?? 1, Math.max(value ?? 1, to)])}
        />{' '}
        至{' '}
        <InputNumber
          aria-label="表头到第几行"
          style={{ width: 52 }}
          min={from}
          max={60}
          value={to}
          onChange={(value) => setHeader([from, value ?? from])}
        />{' '}
        行
      </span>
      {isChanged && (
        <Button size="small" onClick={() => again({ header: [from, to] })}>
          重新读
        </Button>
      )}
    </div>
  )
}
