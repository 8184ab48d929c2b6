import type { Reader, Writer } from './reader.ts'

/** 记住的套表 — how somebody last filled a form of this making. */
export function findFormMapping(reader: Reader, shape: string) {
  return reader
    .selectFrom('formMapping as m')
    .innerJoin('user as u', 'u.id', 'm.savedBy')
    .select(['m.mapping', 'm.savedAt', 'u.displayName as savedByName'])
    .where('m.shape', '=', shape)
    .executeTakeFirst()
}

export async function saveFormMapping(
  writer: Writer,
  kept: {
    readonly shape: string
    readonly mapping: string
    readonly savedBy: string
    readonly savedAt: string
  },
): Promise<void> {
  const { shape: _shape, ...values } = kept
  await writer
    .insertInto('formMapping')
    .values(kept)
    .onConflict((conflict) => conflict.column('shape').doUpdateSet(values))
    .execute()
}
