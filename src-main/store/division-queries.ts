import type { PastDivision } from '../domain/past-divisions.ts'
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

/** 旧区划 of this township: codes and names that lead to present ones. */
export async function listPastDivisions(
  reader: Reader,
): Promise<(PastDivision & { readonly until: string })[]> {
  const rows = await reader
    .selectFrom('division')
    .select(['code', 'name', 'level', 'replacedBy', 'validTo'])
    .where('validTo', 'is not', null)
    .where('replacedBy', 'is not', null)
    .where('level', '<>', 'county')
    .orderBy('code')
    .execute()
  return rows.map(({ code, name, level, replacedBy, validTo }) => ({
    ...{ code, name, level: level as PastDivision['level'] },
    ...{ replacedBy: replacedBy ?? '', until: validTo ?? '' },
  }))
}

/** A code that is known already stays as it is. */
export async function insertPastDivision(
  writer: Writer,
  { code, name, level, replacedBy, until }: PastDivision & { readonly until: string },
): Promise<void> {
  await writer
    .insertInto('division')
    .values({
      ...{ code, name, level, kind: '旧区划', parentCode: null },
      validFrom: null,
      validTo: until,
      replacedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
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
    .where('t.validTo', 'is', null)
    .executeTakeFirstOrThrow()
  return row
}
