import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { calls, type Outputs } from './calls.ts'
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

/**
 * 换人 — nothing of the one before stays on the screen or in the cache, and nothing is asked for on behalf of
 * the new person by a page of the old one: the session is put in first, so that the frame is a new one.
 */
export function becomePerson(session: Outputs['session']['open']): void {
  const kept = new Set<unknown>(['session', 'workstation'])
  queryClient.removeQueries({ predicate: ({ queryKey }) => !kept.has((queryKey[0] as unknown[])[0]) })
  queryClient.setQueryData(calls.session.current.queryKey(), session)
}
