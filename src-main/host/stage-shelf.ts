import { Problem } from '../domain/problem.ts'
import type { StageShelf } from '../usecases/context.ts'

const mostStages = 8

/** Keeps the newest staged files in memory only; the oldest goes when the shelf is full. */
export function makeStageShelf(): StageShelf {
  const stages = new Map<string, unknown>()
  return {
    put: (stageId, stage) => {
      stages.set(stageId, stage)
      const [oldest] = stages.keys()
      if (stages.size > mostStages && oldest !== undefined) stages.delete(oldest)
    },
    get: (stageId) => {
      if (!stages.has(stageId)) throw new Problem('stage.expired')
      return stages.get(stageId)
    },
    drop: (stageId) => void stages.delete(stageId),
  }
}
