import type { Reader, Writer } from './reader.ts'

export interface Village {
  readonly code: string
  readonly name: string
  readonly kind: string
}

/** The township's villages in order of code; names repeat across townships, so codes are the keys. */
export function listVillages(reader: Reader): Promise<Village[]> {
  return reader
    .selectFrom('division')
    .select(['code', 'name', 'kind'])
    .where('level', '=', 'village')
    .where('validTo', 'is', null)
    .orderBy('code')
    .execute()
}

/** Also of villages that have ended: people of old records are still there. */
export async function listAllVillageCodes(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('division')
    .select('code')
    .where('level', '=', 'village')
    .orderBy('code')
    .execute()
  return rows.map((row) => row.code)
}

export interface NewDivision {
  readonly code: string
  readonly name: string
  readonly level: 'county' | 'township' | 'village'
  readonly kind: string
  readonly parentCode: string | null
}

export async function insertDivisions(writer: Writer, divisions: readonly NewDivision[]): Promise<void> {
  const rows = divisions.map((one) => ({ ...one, validFrom: null, validTo: null, replacedBy: null }))
  await writer.insertInto('division').values(rows).execute()
}

/** The township this workstation belongs to. */
export async function getTownship(reader: Reader): Promise<{ code: string; name: string; county: string }> {
  const row = await reader
    .selectFrom('division as t')
    .innerJoin('division as c', 'c.code', 't.parentCode')
    .select(['t.code', 't.name', 'c.name as county'])
    .where('t.level', '=', 'township')
    .executeTakeFirstOrThrow()
  return row
}
