import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { queryClient } from '../api/query-client.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Gate } from './gate.tsx'

export function App(): ReactNode {
  return (
    <div className="app">
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <Gate />
        </QueryClientProvider>
      </ErrorBoundary>
    </div>
  )
}
