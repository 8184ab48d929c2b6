import type { LandFacts, LedgerLine } from '../domain/judged-land.ts'
import type { SourceLine } from '../domain/finding.ts'
import { amongTexts } from './among-texts.ts'
import { readHeirs } from './heir-queries.ts'
import { listActiveTransfers, readKnownNumbers } from './land-queries.ts'
import type { Reader } from './reader.ts'

/** All that is known of land: for everybody, or for some people and those whose place they took. */
export async function readLandFacts(reader: Reader, idNumbers?: readonly string[]): Promise<LandFacts> {
  const heirs = await readHeirs(reader)
  const asked = new Set(idNumbers)
  const numbers =
    idNumbers === undefined
      ? undefined
      : [...idNumbers, ...[...heirs].flatMap(([from, to]) => (asked.has(to) ? [from] : []))]
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

/** Whether any ledger says what land somebody has; without one nobody's area can be judged. */
export async function hasLandFacts(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom('landRight as l')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .select('l.line')
    .where('b.undoneAt', 'is', null)
    .where('l.idNumber', '<>', '')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined || (await listActiveTransfers(reader)).length > 0
}

/** The newest land ledger of each village; an older one is kept but no longer judged by. */
async function readLedger(reader: Reader, idNumbers: readonly string[] | undefined): Promise<LedgerLine[]> {
  const ledgers = reader.selectFrom('landRight').select(['villageCode', 'batchId']).distinct().as('n')
  const newest = reader
    .selectFrom(ledgers)
    .innerJoin('listBatch as nb', 'nb.id', 'n.batchId')
    .select((e) => ['n.villageCode', e.fn.max('nb.importedAt').as('importedAt')])
    .where('nb.undoneAt', 'is', null)
    .groupBy('n.villageCode')
    .as('newest')
  let query = reader
    .selectFrom('landRight as l')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .innerJoin(newest, (join) =>
      join.onRef('newest.villageCode', '=', 'l.villageCode').onRef('newest.importedAt', '=', 'b.importedAt'),
    )
    .selectAll('l')
    .select(['b.fileName', 'b.sheet'])
    .where('b.undoneAt', 'is', null)
  if (idNumbers !== undefined) query = query.where((e) => amongTexts(e.ref('l.idNumber'), idNumbers))
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
