import { listKindTerms } from '../domain/list-kind.ts'
import { type ListBatch, listBatches } from '../store/list-queries.ts'
import type { QueryContext } from './context.ts'

/** 导入记录 — newest first. */
export async function showBatches(ctx: QueryContext) {
  const batches = await listBatches(ctx.reader)
  return batches.map((batch) => toBatchView(batch, batch.importedByName))
}

export function toBatchView(batch: ListBatch, importedBy: string) {
  const { lines, accepted, rejected, warned, skipped, areaCentiMu, amountFen } = batch
  return {
    batchId: batch.id,
    kind: batch.kind,
    kindLabel: listKindTerms[batch.kind].label,
    fileName: batch.fileName,
    sheet: batch.sheet,
    year: batch.year,
    counts: { lines, accepted, rejected, warned, skipped },
    importedBy,
    importedAt: batch.importedAt,
    sums: areaCentiMu === null || amountFen === null ? null : { areaCentiMu, amountFen },
  }
}
