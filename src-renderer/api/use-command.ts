import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { askAgain } from './query-client.ts'

/**
 * A call that changes something; when it is done, what is on the screen is asked for again. Nobody waits for
 * that: the page's own next step comes first, or the list would have moved under it.
 */
export function useCommand<Input, Output>(
  call: (input: Input) => Promise<Output>,
): UseMutationResult<Output, Error, Input> {
  return useMutation({ mutationFn: (input: Input) => call(input), onSuccess: () => void askAgain() })
}
