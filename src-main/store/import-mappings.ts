import type { ListKind } from '../domain/list-kind.ts'
import type { Reader, Writer } from './reader.ts'

/** 记住的对应关系 — how somebody had files with these headers understood, with who and when. */
export interface RememberedMapping {
  readonly kind: ListKind
  readonly shape: string
  /** JSON list of the words of the head. */
  readonly headers: string
  /** JSON, see usecases/remember-mapping.ts. */
  readonly mapping: string
  readonly fileName: string
  readonly savedBy: string
  readonly savedAt: string
}

export async function listMappings(
  reader: Reader,
): Promise<(RememberedMapping & { readonly savedByName: string })[]> {
  const rows = await reader
    .selectFrom('importMapping as m')
    .innerJoin('user as u', 'u.id', 'm.savedBy')
    .selectAll('m')
    .select('u.displayName as savedByName')
    .orderBy('m.savedAt', 'desc')
    .execute()
  return rows as (RememberedMapping & { savedByName: string })[]
}

export async function saveMapping(writer: Writer, mapping: RememberedMapping): Promise<void> {
  const { kind: _kind, shape: _shape, ...values } = mapping
  await writer
    .insertInto('importMapping')
    .values(mapping)
    .onConflict((conflict) => conflict.columns(['kind', 'shape']).doUpdateSet(values))
    .execute()
}

export async function forgetMapping(writer: Writer, of: { kind: ListKind; shape: string }): Promise<number> {
  const result = await writer
    .deleteFrom('importMapping')
    .where('kind', '=', of.kind)
    .where('shape', '=', of.shape)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
