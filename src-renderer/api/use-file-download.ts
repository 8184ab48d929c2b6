import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { saveFile, type FileRef } from './files.ts'

/** Asks for a file that is made on demand and lets the person save it. */
export function useFileDownload<Input>(
  make: (input: Input) => Promise<FileRef>,
): UseMutationResult<boolean, Error, Input> {
  return useMutation({ mutationFn: async (input: Input) => saveFile(await make(input)) })
}
