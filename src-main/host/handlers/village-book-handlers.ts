import { decideVillageLines } from '../../usecases/decide-village-lines.ts'
import { returnedFile, showVillageBooks, villageBookFile } from '../../usecases/show-village-books.ts'
import { showLineNumbers, showVillageLines } from '../../usecases/show-village-lines.ts'
import type { HandlersOf } from '../handler-types.ts'

export const villageBookHandlers: HandlersOf<'villageBook'> = {
  list: (ctx, input) => showVillageBooks(ctx, input),
  lines: (ctx, input) => showVillageLines(ctx, input),
  decide: (ctx, input) => decideVillageLines(ctx, input),
  numbers: (ctx, input) => showLineNumbers(ctx, input),
  file: (ctx, input) => villageBookFile(ctx, input),
  returnedFile: (ctx, input) => returnedFile(ctx, input),
}
