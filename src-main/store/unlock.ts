import { unwrapWithPassword, wrapWithPassword } from '../crypto/key-slots.ts'
import { Problem } from '../domain/problem.ts'
import { readKeyFile, type KeyFilePerson } from './key-file.ts'

export interface Unlocked {
  readonly person: KeyFilePerson
  readonly databaseKey: Uint8Array
}

/** The database key out of a person's slot; throws `sign-in.wrong-password`. */
export async function unlock(folder: string, signInName: string, password: string): Promise<Unlocked> {
  const { people } = await readKeyFile(folder)
  const person = people.find((one) => one.signInName === signInName && one.active)
  const databaseKey = person?.slot ? await unwrapWithPassword(person.slot, password) : await asSlow(password)
  if (person === undefined || databaseKey === undefined) throw new Problem('sign-in.wrong-password')
  return { person, databaseKey }
}

/** A name nobody has must not be told from a wrong password by the time it takes. */
async function asSlow(password: string): Promise<undefined> {
  await wrapWithPassword(new Uint8Array(32), password)
}
