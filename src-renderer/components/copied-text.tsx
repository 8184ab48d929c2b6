import { Typography } from 'antd'
import type { ReactNode } from 'react'

/** A long digest or number in full width digits' font, with a button that copies it. */
export function CopiedText({ text }: { readonly text: string }): ReactNode {
  return (
    <Typography.Text code copyable={{ text }}>
      {text}
    </Typography.Text>
  )
}
