import { useCallback, useEffect, useState } from 'react'
import { client, type Inputs } from '../../../api/calls.ts'
import type { Entry } from './entry-model.ts'

type Filter = Inputs['survey']['enter']['filter']

interface Loaded {
  readonly taskId: string
  readonly entry: Entry | undefined
  readonly error: unknown
}

/**
 * Opening a household for entry leaves a trace, so it is asked for once, when it is opened, and again only when
 * somebody says so: not whenever anything on the screen is asked anew.
 */
export function useEntry(taskId: string, filter: Filter) {
  const [loaded, setLoaded] = useState<Loaded>()
  const asked = JSON.stringify(filter)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isWanted = true
    const keep = (found: Loaded): void => {
      if (isWanted) setLoaded(found)
    }
    client.survey.enter({ taskId, filter: JSON.parse(asked) as Filter }).then(
      (entry) => keep({ taskId, entry, error: undefined }),
      (error: unknown) => keep({ taskId, entry: undefined, error }),
    )
    return () => {
      isWanted = false
    }
  }, [taskId, asked, turn])
  const again = useCallback(() => setTurn((one) => one + 1), [])
  const current = loaded?.taskId === taskId ? loaded : undefined
  return { entry: current?.entry, error: current?.error, again }
}
