import { Problem } from '../domain/problem.ts'
import type { Reader, Writer } from './reader.ts'

export function listDefinitions(reader: Reader) {
  return reader
    .selectFrom('extractDefinition as e')
    .innerJoin('user as u', 'u.id', 'e.savedBy')
    .selectAll('e')
    .select('u.displayName as savedByName')
    .orderBy('e.name')
    .execute()
}

/** Under a name; the same name again takes the place of what was kept, where it is one's own. */
export async function saveDefinition(
  writer: Writer,
  kept: { id: string; name: string; definition: string; savedBy: string; savedAt: string },
): Promise<string> {
  const known = await writer
    .selectFrom('extractDefinition')
    .select(['id', 'version', 'savedBy'])
    .where('name', '=', kept.name)
    .executeTakeFirst()
  if (known === undefined) {
    await writer.insertInto('extractDefinition').values(kept).execute()
    return kept.id
  }
  if (known.savedBy !== kept.savedBy) throw new Problem('extract.name-taken', { name: kept.name })
  const { definition, savedAt } = kept
  await writer
    .updateTable('extractDefinition')
    .set({ definition, savedAt, version: known.version + 1 })
    .where('id', '=', known.id)
    .execute()
  return known.id
}

export async function removeDefinition(writer: Writer, definitionId: string, userId: string): Promise<void> {
  const result = await writer
    .deleteFrom('extractDefinition')
    .where('id', '=', definitionId)
    .where('savedBy', '=', userId)
    .executeTakeFirst()
  if (result.numDeletedRows !== 1n) throw new Problem('record.not-found', { what: '取数方案' })
}
