import type { PackageHeader } from '../package-file/header.ts'
import { missingNumbers } from '../domain/sequence-gap.ts'
import { listQuarantined, listReceived, listSequences } from '../store/fieldwork-package-queries.ts'
import { machineKindHere } from '../store/machine-queries.ts'
import type { QueryContext } from './context.ts'
import type { TakenResults } from './take-results.ts'

/** 收件 — packages that came, numbers that have not, and files that were set aside with why. */
export async function showIncoming(ctx: QueryContext) {
  const here = await machineKindHere(ctx.reader)
  const kind = here === 'office' ? 'survey-results' : 'survey-assignment'
  const received = await listReceived(ctx.reader, kind)
  const quarantined = await listQuarantined(ctx.reader)
  return {
    received: received.map((row) => ({
      ...{ packageId: row.id, machineName: row.machineName, sequence: row.sequence, fileName: row.fileName },
      ...{ createdAt: (JSON.parse(row.header) as PackageHeader).createdAt, status: row.status },
      // Outcomes of before laptops could find households say nothing of them.
      ...{ found: 0, ...(JSON.parse(row.outcome) as Partial<TakenResults> & Omit<TakenResults, 'found'>) },
      ...{ receivedBy: row.receivedByName, receivedAt: row.receivedAt },
      ...{ decidedBy: row.decidedByName, decidedAt: row.decidedAt, decidedReason: row.decidedReason },
    })),
    gaps: await gapsOf(ctx, kind),
    quarantined: quarantined.map((row) => ({
      ...{ sha256: row.sha256, fileName: row.fileName, size: row.size, foundBy: row.foundByName },
      ...{ foundAt: row.foundAt, triedAt: row.triedAt },
      problem: { code: row.problem, facts: JSON.parse(row.facts) as Record<string, unknown> },
    })),
  }
}

/** 缺号和岔路 — a number nobody has seen, and one given twice: that laptop was put back to an older state. */
async function gapsOf(ctx: QueryContext, kind: 'survey-results' | 'survey-assignment') {
  const rows = await listSequences(ctx.reader, kind)
  return [...Map.groupBy(rows, ({ machineId }) => machineId).values()].flatMap((own) => {
    const sequences = own.map(({ sequence }) => sequence)
    const missing = missingNumbers(sequences)
    const twice = [...new Set(sequences.filter((number, at) => sequences.indexOf(number) < at))]
    if (missing.length === 0 && twice.length === 0) return []
    return [{ machineName: own[0]?.machineName ?? '', missing: [...missing], twice }]
  })
}
