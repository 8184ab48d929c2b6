import { insertDivisions, listVillages } from '../store/division-queries.ts'
import { readKeyFile } from '../store/key-file.ts'
import { insertProgrammes } from '../store/programme-queries.ts'
import type { Store } from '../store/store.ts'
import { readProgrammes, readTownships } from './reference-data.ts'

/** A new database learns its divisions and the known programmes at its first opening, in one transaction. */
export async function seedReference(store: Store, resources: string): Promise<void> {
  if ((await listVillages(store.reader)).length > 0) return
  const { township } = await readKeyFile(store.folder)
  const found = (await readTownships(resources)).find(({ code }) => code === township.code)
  if (found === undefined) throw new Error(`no divisions are known for ${township.code}`)
  const programmes = await readProgrammes(resources)
  await store.inTransaction(async (writer) => {
    await insertDivisions(writer, found.divisions)
    await insertProgrammes(writer, programmes)
  })
}
