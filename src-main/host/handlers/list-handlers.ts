import { forgetMapping } from '../../usecases/forget-mapping.ts'
import { showGone, showImport, showImports } from '../../usecases/list-log.ts'
import { getStage } from '../../usecases/list-stage.ts'
import { makeRejectFile } from '../../usecases/reject-sheet.ts'
import { showDifference } from '../../usecases/show-difference.ts'
import { showStage, showStageRows } from '../../usecases/show-stage.ts'
import { giveSourceFile } from '../../usecases/source-file.ts'
import type { HandlersOf } from '../handler-types.ts'

export const listHandlers: HandlersOf<'list'> = {
  stage: (ctx, input) => showStage(ctx, ctx.parts.stages, input),
  stageRows: (ctx, input) => showStageRows(ctx, ctx.parts.stages, input),
  differenceRows: (ctx, input) => showDifference(ctx, ctx.parts.stages, input),
  discardStage: (ctx, { stageId }) => {
    getStage(ctx.parts.stages, stageId, ctx.actor.userId)
    ctx.parts.stages.drop(stageId)
    return { ok: true }
  },
  rejectFile: (ctx, input) => makeRejectFile(ctx, ctx.parts.stages, input),
  imports: (ctx) => showImports(ctx),
  import: (ctx, input) => showImport(ctx, input),
  goneRows: (ctx, input) => showGone(ctx, input),
  sourceFile: (ctx, input) => giveSourceFile(ctx, input),
  forgetMapping: (ctx, input) => forgetMapping(ctx, input),
}
