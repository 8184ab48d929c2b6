import type { Reader } from './reader.ts'

/** How many photos and scans of this visit are kept. */
export async function countAttachments(reader: Reader, taskId: string): Promise<number> {
  const { count } = await reader
    .selectFrom('evidence')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('origin', '=', 'survey')
    .where('originId', '=', taskId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** 承包地 — what the newest ledger of each village says of the household's people together; nothing where it is silent. */
export async function findHouseholdLand(reader: Reader, householdId: string) {
  const row = await reader
    .selectFrom('landRight as l')
    .innerJoin('person as p', 'p.idNumber', 'l.idNumber')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .where('p.householdId', '=', householdId)
    .where('b.undoneAt', 'is', null)
    .where((e) =>
      e(
        'b.importedAt',
        '=',
        e
          .selectFrom('landRight as n')
          .innerJoin('listBatch as nb', 'nb.id', 'n.batchId')
          .select((m) => m.fn.max('nb.importedAt').as('latest'))
          .whereRef('n.villageCode', '=', 'l.villageCode')
          .where('nb.undoneAt', 'is', null),
      ),
    )
    .select((e) => [
      e.fn.countAll<number>().as('lines'),
      e.fn.sum<number>('l.confirmedCentiMu').as('confirmedCentiMu'),
      e.fn.sum<number>('l.nonEligibleCentiMu').as('nonEligibleCentiMu'),
      e.fn.sum<number>('l.transferredOutCentiMu').as('transferredOutCentiMu'),
      e.fn.sum<number>('l.farmedForOthersCentiMu').as('farmedForOthersCentiMu'),
    ])
    .executeTakeFirstOrThrow()
  const { lines, ...land } = row
  return lines === 0 ? null : land
}
