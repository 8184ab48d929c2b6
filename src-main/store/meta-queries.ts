import type { Reader } from './reader.ts'

/** A fact about this data folder, set when it was made. */
export async function findMeta(reader: Reader, key: string): Promise<string | undefined> {
  const row = await reader.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}
