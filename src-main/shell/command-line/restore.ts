import { type Restored, restoreBackup } from '../../store/restore.ts'
import { readPassword } from './read-secret.ts'

/** Puts a backup back; the folder must not be open anywhere. */
export async function restore(wanted: {
  data: string
  as: string
  name: string
}): Promise<Restored & { restored: string }> {
  const password = await readPassword(wanted.as)
  const by = { signInName: wanted.as, password, now: new Date() }
  return { restored: wanted.name, ...(await restoreBackup(wanted.data, wanted.name, by)) }
}
