import { useEffect } from 'react'
import type { FileRef } from './files.ts'
import type { Job } from './use-job.ts'

/** A job that makes a file: once it is there the person may save it. */
export function useJobFile(
  { result, clear }: Job<'list.preview'>,
  save: (file: FileRef) => Promise<unknown>,
): void {
  useEffect(() => {
    if (result === undefined) return
    clear()
    void save(result)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- saves once, when the file is there
  }, [result])
}
