import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { queryClient } from '../api/query-client.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Gate } from './gate.tsx'
import { theme } from './theme.ts'

export function App(): ReactNode {
  return (
    <ConfigProvider locale={chinese} theme={theme} componentSize="small" button={{ autoInsertSpace: false }}>
      <div className="app">
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <Gate />
          </QueryClientProvider>
        </ErrorBoundary>
      </div>
    </ConfigProvider>
  )
}
