import { commitList } from '../../usecases/commit-list.ts'
import { makePreviewFile } from '../../usecases/preview-file.ts'
import { remapList } from '../../usecases/remap-list.ts'
import { stageList } from '../../usecases/stage-list.ts'
import { undoImport } from '../../usecases/undo-import.ts'
import type { RunnersOf } from '../handler-types.ts'

export const listRunners: RunnersOf<'list'> = {
  'list.stage': stageList,
  'list.remap': remapList,
  'list.preview': makePreviewFile,
  'list.commit': commitList,
  'list.undo': undoImport,
}
