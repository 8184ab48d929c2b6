import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FilePick } from '../../../app/file-pick.tsx'
import { DayInput } from '../../../components/day-input.tsx'

interface Props {
  /** Where the fields stand in the form. */
  readonly under?: readonly string[]
  readonly hasKind?: boolean
}

const required = (message: string) => [{ required: true, message }]

/** 授权 — who, in what relation, until when, and the scanned proof. */
export function AuthorisationFields({ under = [], hasKind = true }: Props): ReactNode {
  const at = (field: string): string[] => [...under, field]
  return (
    <>
      {hasKind && (
        <Form.Item name={at('kind')} label="授权给">
          <Radio.Group
            options={[
              { value: 'agent', label: '取款代办人' },
              { value: 'guardian', label: '监护人' },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item name={at('name')} label="姓名" rules={required('请填姓名')}>
        <Input />
      </Form.Item>
      <Form.Item name={at('idNumber')} label="公民身份号码" rules={required('请填身份证号')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name={at('relation')} label="与本人关系" rules={required('请填关系')}>
        <Input />
      </Form.Item>
      <Form.Item name={at('validTo')} label="到期日" rules={required('授权、监护证明都要有到期日')}>
        <DayInput />
      </Form.Item>
      <Form.Item name={at('fileToken')} label="证明扫描件" rules={required('请选择委托书或监护证明')}>
        <FilePick purpose="scan" />
      </Form.Item>
    </>
  )
}
