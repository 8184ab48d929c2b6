import { assignScan, judgeAgain, openScan, setScanAside, showScans, turnScan } from '../../usecases/scans.ts'
import {
  explainMissing,
  showMissing,
  showPagesOf,
  showPapers,
  takePaper,
  voidPaper,
} from '../../usecases/show-papers.ts'
import type { HandlersOf } from '../handler-types.ts'

export const paperHandlers: HandlersOf<'paper'> = {
  list: (ctx, input) => showPapers(ctx, input),
  file: (ctx, input) => takePaper(ctx, input),
  void: (ctx, input) => voidPaper(ctx, input),
  missing: (ctx, input) => showMissing(ctx, input),
  explainMissing: (ctx, input) => explainMissing(ctx, input),
  scans: (ctx, input) => showScans(ctx, input),
  scan: (ctx, input) => openScan(ctx, input),
  turn: (ctx, input) => turnScan(ctx, input),
  assign: (ctx, input) => assignScan(ctx, input),
  judgeAgain: (ctx, input) => judgeAgain(ctx, input),
  setAside: (ctx, input) => setScanAside(ctx, input),
  pagesOf: (ctx, input) => showPagesOf(ctx, input),
}
