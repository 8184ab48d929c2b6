import { addPaperSigner, endPaperSignerTerm, showPaperSigners } from '../../usecases/paper-signers.ts'
import type { HandlersOf } from '../handler-types.ts'

export const paperSignerHandlers: HandlersOf<'signer'> = {
  list: (ctx, input) => showPaperSigners(ctx, input),
  add: (ctx, input) => addPaperSigner(ctx, input),
  end: (ctx, input) => endPaperSignerTerm(ctx, input),
}
