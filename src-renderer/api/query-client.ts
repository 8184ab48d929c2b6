import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { calls } from './calls.ts'
import { noAnswer, problemOf } from './problem-of.ts'

const sessionCodes = new Set(['session.locked', 'session.missing'])

/** A refused call may be the first to tell that the session was locked or has ended. */
function askAboutSession(error: unknown): void {
  if (sessionCodes.has(problemOf(error).code)) void refreshSession()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askAboutSession }),
  mutationCache: new MutationCache({ onError: askAboutSession }),
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      networkMode: 'always',
      staleTime: 10_000,
      retry: (count, error) => problemOf(error) === noAnswer && count < 3,
    },
    mutations: { networkMode: 'always' },
  },
})

export function refreshSession(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: calls.session.current.key() })
}

/** After something was changed every page that is open asks again. */
export function askAgain(): Promise<void> {
  return queryClient.invalidateQueries()
}

/** Another person must not see what the one before had on the screen. */
export async function forgetEverything(): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => (query.queryKey[0] as string[])[0] !== 'session' })
  await queryClient.invalidateQueries()
}
