import type { DraftHeader } from './header.ts'
import { malformed } from './malformed.ts'
import type { ApplicationRecord } from './records.ts'

/** Amounts stand in every line or, in the area stage, in none; villages are the batch's. */
export function refuseOutsideBatch(header: DraftHeader, records: readonly ApplicationRecord[]): void {
  const villages = new Set(header.batch?.villages)
  const stray = records.find(
    (record) =>
      !villages.has(record.villageCode) || (record.amountFen === null) !== (header.stage === 'area'),
  )
  if (stray !== undefined) throw malformed('record-outside-batch', stray.id)
}
