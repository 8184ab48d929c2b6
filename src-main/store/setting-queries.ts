import type { Reader, Writer } from './store.ts'

export async function readSettings(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('setting').select(['key', 'value']).execute()
  return new Map(rows.map(({ key, value }) => [key, value]))
}

export async function saveSettings(
  writer: Writer,
  values: readonly { readonly key: string; readonly value: string }[],
  saved: { readonly savedBy: string; readonly savedAt: string },
): Promise<void> {
  if (values.length === 0) return
  await writer
    .insertInto('setting')
    .values(values.map((one) => ({ ...one, ...saved })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        savedBy: row.ref('excluded.savedBy'),
        savedAt: row.ref('excluded.savedAt'),
      })),
    )
    .execute()
}
