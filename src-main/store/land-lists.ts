import type { ChangeSource } from './register-keys.ts'
import type { Reader, Writer } from './reader.ts'
import { recordValueChange } from './value-changes.ts'

/** The newest land ledger of each village. */
export function listCurrentLandRights(reader: Reader) {
  return reader
    .selectFrom('landRight as l')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .selectAll('l')
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
    .orderBy('l.batchId')
    .orderBy('l.line')
    .execute()
}

/** 流转 in force that came from a ledger; what a clerk entered by hand is theirs to change. */
export function listCurrentTransfers(reader: Reader) {
  return reader
    .selectFrom('landTransfer')
    .selectAll()
    .where('batchId', 'is not', null)
    .where('status', '=', 'active')
    .orderBy('batchId')
    .orderBy('line')
    .execute()
}

/** A newer ledger speaks in place of these; they stay readable. */
export async function endTransfers(
  writer: Writer,
  ids: readonly string[],
  { reason, by, at, batchId, line }: ChangeSource,
): Promise<void> {
  for (const id of ids) {
    await writer
      .updateTable('landTransfer')
      .set((e) => ({ status: 'ended', version: e('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await recordValueChange(writer, {
      ...{ entity: 'landTransfer', entityId: id, field: 'status', oldValue: 'active', newValue: 'ended' },
      ...{ reason, changedBy: by, changedAt: at, batchId, line, eventId: null, source: '', sourceId: null },
    })
  }
}
