import { useMutation, type UseMutationResult } from '@tanstack/react-query'

/** A full number is held by the one place that shows it, never in the shared cache. */
export function useReveal<Input>(
  call: (input: Input) => Promise<{ value: string }>,
  onShown: () => void,
): UseMutationResult<{ value: string }, Error, Input> {
  return useMutation({ mutationFn: (input: Input) => call(input), onSuccess: onShown, gcTime: 0 })
}
