import {
  decideObjection,
  investigateObjection,
  openInquiryFile,
  recordObjection,
} from '../../usecases/object.ts'
import { printObjectionAnswer } from '../../usecases/print-objection-answer.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { showObjections } from '../../usecases/show-objections.ts'
import type { HandlersOf } from '../handler-types.ts'

export const objectionHandlers: HandlersOf<'objection'> = {
  list: (ctx, input) => showObjections(ctx, input),
  record: (ctx, input) => recordObjection(ctx, input),
  investigate: (ctx, input) => investigateObjection(ctx, input),
  decide: (ctx, input) => decideObjection(ctx, input),
  answerSheet: (ctx, input) => printObjectionAnswer(ctx, input, (html) => printOrHtml(ctx.parts.pdf, html)),
  file: (ctx, input) => openInquiryFile(ctx, input),
}
