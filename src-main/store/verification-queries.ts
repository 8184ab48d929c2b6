import type { Insertable } from 'kysely'
import type { Period } from './application-queries.ts'
import type { Reader, Writer } from './reader.ts'
import type { VerificationStatementTable } from './schema/application-tables.ts'

export async function insertVerification(
  writer: Writer,
  row: Insertable<VerificationStatementTable>,
): Promise<void> {
  await writer.insertInto('verificationStatement').values(row).execute()
}

/** The newest statement of each village for a period. */
export async function listVerifications(reader: Reader, period: Period) {
  const rows = await reader
    .selectFrom('verificationStatement as v')
    .innerJoin('user as u', 'u.id', 'v.recordedBy')
    .selectAll('v')
    .select('u.displayName as recordedByName')
    .where('v.programmeCode', '=', period.programmeCode)
    .where('v.year', '=', period.year)
    .orderBy('v.recordedAt')
    .execute()
  return new Map(rows.map((row) => [row.villageCode, row]))
}
