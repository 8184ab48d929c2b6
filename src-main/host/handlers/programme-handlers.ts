import { activateTerms, enterTerms, listProgrammeYear } from '../../usecases/programme-terms.ts'
import type { HandlersOf } from '../handler-types.ts'

export const programmeHandlers: HandlersOf<'programme'> = {
  list: (ctx, input) => listProgrammeYear(ctx, input),
  enterTerms: (ctx, input) => enterTerms(ctx, input),
  activate: (ctx, input) => activateTerms(ctx, input),
}
