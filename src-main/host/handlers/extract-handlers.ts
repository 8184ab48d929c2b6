import { showLedger } from '../../usecases/export-ledger.ts'
import { removeDefinition, saveDefinition, showDefinitions } from '../../usecases/extract-definitions.ts'
import {
  decideFullExport,
  showFullExports,
  showSecondPeople,
  withdrawFullExport,
} from '../../usecases/full-export.ts'
import { countExtractLines, showExtractRows } from '../../usecases/show-extract.ts'
import type { HandlersOf } from '../handler-types.ts'

export const extractHandlers: HandlersOf<'extract'> = {
  count: (ctx, input) => countExtractLines(ctx, input),
  rows: (ctx, input) => showExtractRows(ctx, input),
  definitions: (ctx) => showDefinitions(ctx),
  saveDefinition: (ctx, input) => saveDefinition(ctx, input),
  removeDefinition: (ctx, input) => removeDefinition(ctx, input),
  fullRequests: (ctx) => showFullExports(ctx),
  decideFull: (ctx, input) => decideFullExport(ctx, input),
  withdrawFull: (ctx, input) => withdrawFullExport(ctx, input),
  secondPeople: (ctx) => showSecondPeople(ctx),
  ledger: (ctx, input) => showLedger(ctx, input),
}
