import { commitList } from '../../usecases/commit-list.ts'
import { stageList } from '../../usecases/stage-list.ts'
import type { RunnersOf } from '../handler-types.ts'

export const listRunners: RunnersOf<'list'> = { 'list.stage': stageList, 'list.commit': commitList }
