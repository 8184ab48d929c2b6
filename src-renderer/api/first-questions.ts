import { calls } from './calls.ts'
import { queryClient } from './query-client.ts'

// Read before anything that draws: the core answers while the rest of the page is still being read.
void queryClient.prefetchQuery(calls.workstation.state.queryOptions())
void queryClient.prefetchQuery(calls.session.current.queryOptions())
