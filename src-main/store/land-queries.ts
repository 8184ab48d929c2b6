import type { Writer } from './reader.ts'

/** Parcels go along when one household ends in another. */
export async function moveParcels(writer: Writer, from: string, to: string): Promise<void> {
  await writer.updateTable('parcel').set({ householdId: to }).where('householdId', '=', from).execute()
}
