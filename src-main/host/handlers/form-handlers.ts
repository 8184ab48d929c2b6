import { previewForm } from '../../usecases/fill-form.ts'
import { getFormStage } from '../../usecases/form-stage.ts'
import type { HandlersOf } from '../handler-types.ts'

export const formHandlers: HandlersOf<'form'> = {
  preview: (ctx, input) => previewForm(ctx, input),
  discard: (ctx, { stageId }) => {
    getFormStage(ctx, stageId)
    ctx.parts.stages.drop(stageId)
    return { ok: true }
  },
}
