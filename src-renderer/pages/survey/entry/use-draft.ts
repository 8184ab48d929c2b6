import { useEffect, useState } from 'react'
import { client } from '../../../api/calls.ts'
import { DraftKeeper, type DraftState } from './draft-keeper.ts'

/** 草稿 of one household for whoever is signed in; kept once more when the page is hidden or left. */
export function useDraft(taskId: string): { keeper: DraftKeeper; state: DraftState } {
  const [state, setState] = useState<DraftState>({ kind: 'clean' })
  const [keeper] = useState(
    () => new DraftKeeper((typed) => client.survey.keepDraft({ taskId, typed }), setState),
  )
  useEffect(() => {
    keeper.resume()
    const flush = (): void => keeper.flush()
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      keeper.flush()
    }
  }, [keeper])
  return { keeper, state }
}
