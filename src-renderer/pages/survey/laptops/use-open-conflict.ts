import { useEffect, useState } from 'react'
import { client, type Outputs } from '../../../api/calls.ts'
import type { Conflict } from './conflict-pane.tsx'

type Opened = Outputs['fieldwork']['openConflict']

interface Loaded {
  readonly key: string
  readonly whole: Opened | undefined
  readonly error: unknown
}

/**
 * Opening a conflict shows whole numbers and leaves a trace, so it is asked for once for what is to be decided, and not
 * again whenever anything on the screen is.
 */
export function useOpenConflict({ taskId, subject, field, heads }: Conflict, isWanted: boolean) {
  const [loaded, setLoaded] = useState<Loaded>()
  const key = JSON.stringify([taskId, subject, field, ...heads])
  useEffect(() => {
    if (!isWanted) return undefined
    let isCurrent = true
    const keep = (found: Loaded): void => {
      if (isCurrent) setLoaded(found)
    }
    client.fieldwork.openConflict({ taskId, subject, field }).then(
      (whole) => keep({ key, whole, error: undefined }),
      (error: unknown) => keep({ key, whole: undefined, error }),
    )
    return () => {
      isCurrent = false
    }
  }, [key, taskId, subject, field, isWanted])
  const current = loaded?.key === key ? loaded : undefined
  return { whole: current?.whole, error: current?.error }
}
