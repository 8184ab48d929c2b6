import { Input, type InputProps } from 'antd'
import type { ReactNode } from 'react'

/** A reason in one line; it is kept for good, so it has a length. */
export function ReasonInput(props: InputProps): ReactNode {
  return <Input maxLength={200} style={{ width: 300 }} {...props} />
}
