import { showBulkEdits, showBulkValues } from '../../usecases/apply-bulk.ts'
import { previewBulk } from '../../usecases/preview-bulk.ts'
import type { HandlersOf } from '../handler-types.ts'

export const bulkHandlers: HandlersOf<'bulk'> = {
  preview: (ctx, input) => previewBulk(ctx, input),
  list: (ctx) => showBulkEdits(ctx),
  values: (ctx, input) => showBulkValues(ctx, input),
}
