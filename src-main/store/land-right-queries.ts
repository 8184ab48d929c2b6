import { sql } from 'kysely'
import type { LandFacts, LedgerLine } from '../domain/judged-land.ts'
import type { SourceLine } from '../domain/finding.ts'
import { readHeirs } from './heir-queries.ts'
import { listActiveTransfers, readKnownNumbers } from './land-queries.ts'
import type { Reader } from './reader.ts'

/** All that is known of land: for everybody, or for one person and those whose place they took. */
export async function readLandFacts(reader: Reader, idNumber?: string): Promise<LandFacts> {
  const heirs = await readHeirs(reader)
  const numbers =
    idNumber === undefined
      ? undefined
      : [idNumber, ...[...heirs].flatMap(([from, to]) => (to === idNumber ? [from] : []))]
  const transfers = (await listActiveTransfers(reader, numbers)).map((row) => ({
    ...row,
    source: lineOf(row),
  }))
  const known = await readKnownNumbers(
    reader,
    transfers.flatMap(({ giverIdNumber, takerIdNumber }) => [giverIdNumber, takerIdNumber]),
  )
  const ledger = await readLedger(reader, numbers)
  return { ledger, transfers, heirs, isKnown: (number) => known.has(number) }
}

/** The newest land ledger of each village; an older one is kept but no longer judged by. */
async function readLedger(reader: Reader, idNumbers: readonly string[] | undefined): Promise<LedgerLine[]> {
  const newest = sql<string>`(SELECT max(nb.imported_at) FROM land_right n JOIN list_batch nb ON nb.id = n.batch_id
    WHERE n.village_code = l.village_code AND nb.undone_at IS NULL)`
  let query = reader
    .selectFrom('landRight as l')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .selectAll('l')
    .select(['b.fileName', 'b.sheet'])
    .where('b.undoneAt', 'is', null)
    .where('b.importedAt', '=', newest)
  if (idNumbers !== undefined) query = query.where('l.idNumber', 'in', [...idNumbers])
  const rows = await query.execute()
  return rows.map((row) => ({
    idNumber: row.idNumber,
    confirmed: row.confirmedCentiMu,
    nonEligible: row.nonEligibleCentiMu,
    transferredOut: row.transferredOutCentiMu,
    farmedForOthers: row.farmedForOthersCentiMu,
    source: { batchId: row.batchId, fileName: row.fileName, sheet: row.sheet, line: row.line },
  }))
}

function lineOf(row: {
  readonly batchId: string | null
  readonly fileName: string | null
  readonly sheet: string | null
  readonly line: number | null
}): SourceLine | null {
  const { batchId, fileName, sheet, line } = row
  return batchId === null || fileName === null || sheet === null || line === null
    ? null
    : { batchId, fileName, sheet, line }
}
