import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { pickFile, type FilePurpose, type FileRef } from './files.ts'

/** Choosing a file is a step of its own: it can be given up, and it can fail. */
export function useFilePick(purpose: FilePurpose): UseMutationResult<FileRef | null, Error, void> {
  return useMutation({ mutationFn: () => pickFile(purpose) })
}
