import { attachEvidence, openEvidence, removeEvidence } from '../../usecases/evidence.ts'
import type { HandlersOf } from '../handler-types.ts'

export const evidenceHandlers: HandlersOf<'evidence'> = {
  attach: (ctx, input) => attachEvidence(ctx, input),
  open: (ctx, input) => openEvidence(ctx, input),
  remove: (ctx, input) => removeEvidence(ctx, input),
}
