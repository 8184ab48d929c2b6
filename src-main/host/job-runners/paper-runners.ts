import { printPapers } from '../../usecases/print-paper.ts'
import { takeInScans } from '../../usecases/take-in-scans.ts'
import type { RunnersOf } from '../handler-types.ts'

export const paperRunners: RunnersOf<'paper'> = {
  'paper.print': (ctx, input) => printPapers(ctx, input),
  'paper.take-in': (ctx, input) => takeInScans(ctx, input),
}
