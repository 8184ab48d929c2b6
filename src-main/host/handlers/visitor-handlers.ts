import { printOneTimeNotice, printVisitorSlip } from '../../usecases/print-visitor.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { showVisitor } from '../../usecases/show-visitor.ts'
import type { HandlersOf } from '../handler-types.ts'

export const visitorHandlers: HandlersOf<'visitor'> = {
  show: (ctx, input) => showVisitor(ctx, input),
  slip: (ctx, input) => printVisitorSlip(ctx, input, (html) => printOrHtml(ctx.parts.pdf, html)),
  notice: (ctx, input) => printOneTimeNotice(ctx, input, (html) => printOrHtml(ctx.parts.pdf, html)),
}
