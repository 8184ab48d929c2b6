import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FilePick } from '../../app/file-pick.tsx'
import { useWho } from '../../app/who.tsx'
import { DayInput } from '../../components/day-input.tsx'

/** 线下签批 — who signed on paper, on which day, and the stamped sheet as a scan. */
export function PaperSignOffFields(): ReactNode {
  const { state } = useWho()
  const at = (field: string): string[] => ['paperSignOff', field]
  return (
    <>
      <Form.Item
        name={at('approverName')}
        label="签批人"
        rules={[{ required: true, min: 2, message: '请填纸面签批的负责人' }]}
      >
        <Input style={{ width: 130 }} maxLength={20} />
      </Form.Item>
      <Form.Item
        name={at('signedOn')}
        label="签批日期"
        rules={[{ required: true, message: '请填签批单上的日期' }]}
      >
        <DayInput until={state.today} />
      </Form.Item>
      <Form.Item
        name={at('fileToken')}
        label="签批单"
        rules={[{ required: true, message: '请选择盖章的扫描件' }]}
      >
        <FilePick purpose="scan" />
      </Form.Item>
    </>
  )
}
