import { restoreBackup } from '../../store/backup.ts'
import { readPassword } from './read-secret.ts'

/** Puts a backup back; the folder must not be open anywhere. */
export async function restore(wanted: {
  data: string
  as: string
  name: string
}): Promise<{ restored: string }> {
  const password = await readPassword(wanted.as)
  await restoreBackup(wanted.data, wanted.name, { signInName: wanted.as, password, now: new Date() })
  return { restored: wanted.name }
}
