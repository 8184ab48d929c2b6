import type { Writer } from './reader.ts'

/** Applications of somebody who had no household follow them into theirs. */
export async function moveApplications(writer: Writer, personId: string, householdId: string): Promise<void> {
  await writer
    .updateTable('application')
    .set({ householdId })
    .where('beneficiaryId', '=', personId)
    .where('householdId', 'is', null)
    .execute()
}
