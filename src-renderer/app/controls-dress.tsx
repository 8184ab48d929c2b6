import { ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { theme } from './theme.ts'

/** Chinese, dense and in our colours: around everything of antd, which the sign-in page does without so as to be there at once. */
export function ControlsDress({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ConfigProvider locale={chinese} theme={theme} componentSize="small" button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
