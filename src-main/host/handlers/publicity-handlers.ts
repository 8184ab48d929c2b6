import {
  addEvidence,
  concludePublicity,
  recordPosting,
  withdrawPublicity,
} from '../../usecases/post-publicity.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { printPublicityStatement } from '../../usecases/print-publicity-statement.ts'
import { showDocument, showPublicities, showPublicity } from '../../usecases/show-publicities.ts'
import type { HandlersOf } from '../handler-types.ts'

export const publicityHandlers: HandlersOf<'publicity'> = {
  list: (ctx, input) => showPublicities(ctx, input),
  get: (ctx, input) => showPublicity(ctx, input),
  document: (ctx, input) => showDocument(ctx, input),
  recordPosting: (ctx, input) => recordPosting(ctx, input),
  addEvidence: (ctx, input) => addEvidence(ctx, input),
  statement: (ctx, input) => printPublicityStatement(ctx, input, (html) => printOrHtml(ctx.parts.pdf, html)),
  conclude: (ctx, input) => concludePublicity(ctx, input),
  withdraw: (ctx, input) => withdrawPublicity(ctx, input),
}
