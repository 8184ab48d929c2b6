import { Problem } from '../domain/problem.ts'
import type { StageShelf } from '../usecases/context.ts'

const mostStages = 8

interface Shelved {
  readonly stage: unknown
  readonly release: (() => Promise<void>) | undefined
}

/** Keeps the newest staged files in memory only; the oldest goes when the shelf is full. */
export function makeStageShelf(): StageShelf {
  const stages = new Map<string, Shelved>()
  const drop = (stageId: string) => {
    const release = stages.get(stageId)?.release
    stages.delete(stageId)
    // a copy of ours that cannot be removed now goes at the next start
    void release?.().catch(() => undefined)
  }
  return {
    put: (stageId, stage, release) => {
      stages.delete(stageId)
      stages.set(stageId, { stage, release })
      const [oldest] = stages.keys()
      if (stages.size > mostStages && oldest !== undefined) drop(oldest)
    },
    get: (stageId) => {
      const found = stages.get(stageId)
      if (found === undefined) throw new Problem('stage.expired')
      return found.stage
    },
    drop,
  }
}
