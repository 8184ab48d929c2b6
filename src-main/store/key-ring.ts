import { unseal, type Unopened } from '../crypto/envelope.ts'
import {
  changeOuterPassword,
  unwrapTwice,
  unwrapWithKey,
  unwrapWithPassword,
  wrapWithPassword,
} from '../crypto/key-slots.ts'
import { signerFromSecret } from '../crypto/signing-key.ts'
import { Problem } from '../domain/problem.ts'
import type { Signer } from '../ports/signer.ts'
import { recordAudit } from './audit.ts'
import { changeKeyFile, readKeyFile, withPerson, type KeyFile, type KeyFilePerson } from './key-file.ts'
import {
  checkPasswordLength,
  insertPerson,
  insertPersonalKey,
  newPersonalKey,
  wrapPerson,
  type NewPerson,
  type PublicKey,
  type StretchOptions,
} from './new-person.ts'
import type { Store, Writer } from './store.ts'

/** Who does it, when and why; goes into the audit chain with the change. */
export interface Trace {
  readonly by: string
  /** RFC 3339 in UTC. */
  readonly at: string
  readonly reason?: string
}

/** 钥匙串 — the keys of an open workstation, as functions: no key leaves it. */
export interface KeyRing {
  addPerson(person: NewPerson, trace: Trace): Promise<void>
  deactivate(userId: string, version: number, trace: Trace): Promise<void>
  /** Re-wraps the person's own slots; nothing is encrypted anew. Throws `sign-in.wrong-password`. */
  changePassword(userId: string, oldPassword: string, newPassword: string, trace: Trace): Promise<void>
  /** Gives a forgotten password anew; the personal signing key stays lost and is revoked. */
  resetPassword(userId: string, newPassword: string, trace: Trace): Promise<void>
  makePersonalKey(userId: string, password: string, pin: string, trace: Trace): Promise<PublicKey>
  workstationSigner(): Promise<Signer>
  /** Throws `sign-in.wrong-password` or `sign-in.pin-wrong`. */
  personalSigner(userId: string, pin: string, password: string): Promise<Signer>
  /** Opens an age envelope addressed to this workstation. */
  unsealForUs(sealed: Uint8Array): Promise<Uint8Array | Unopened>
}

export const purposes = { workstationKey: 'workstation signing key', identity: 'age identity' } as const

export function keyRingOf(store: Store, databaseKey: Uint8Array, options: StretchOptions): KeyRing {
  const { folder } = store
  return {
    addPerson: (person, trace) => addPerson(store, databaseKey, person, trace, options),
    deactivate: (userId, version, trace) => deactivate(store, userId, version, trace),
    changePassword: (userId, from, to, trace) => changePassword(store, userId, from, to, trace, options),
    resetPassword: (userId, to, trace) => resetPassword(store, databaseKey, userId, to, trace, options),
    makePersonalKey: (userId, password, pin, trace) =>
      makePersonalKey(store, userId, password, pin, trace, options),
    workstationSigner: async () => signerFromSecret(await secretOf(folder, databaseKey, 'workstationKey')),
    personalSigner: (userId, pin, password) => personalSigner(folder, userId, pin, password),
    unsealForUs: async (sealed) =>
      unseal(Buffer.from(await secretOf(folder, databaseKey, 'identity')).toString('utf8'), sealed),
  }
}

async function addPerson(
  store: Store,
  databaseKey: Uint8Array,
  person: NewPerson,
  trace: Trace,
  options: StretchOptions,
): Promise<void> {
  const wrapped = await wrapPerson(person, databaseKey, options)
  await changeBoth(store, 'user.create', person.userId, trace, { roles: person.roles }, async (writer) => {
    await refuseTakenName(writer, person.signInName)
    await insertPerson(writer, wrapped, trace.at)
    return (file) => ({ ...file, people: [...file.people, wrapped.person] })
  })
}

async function deactivate(store: Store, userId: string, version: number, trace: Trace): Promise<void> {
  await changeBoth(store, 'user.deactivate', userId, trace, {}, async (writer) => {
    const result = await writer
      .updateTable('user')
      .set({ active: 0, termTo: trace.at, version: version + 1 })
      .where('id', '=', userId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '用户' })
    await revokePersonalKeys(writer, userId, trace.at)
    return (file) => withPerson(file, userId, { active: false, slot: null, signingKey: null })
  })
}

async function changePassword(
  store: Store,
  userId: string,
  from: string,
  to: string,
  trace: Trace,
  options: StretchOptions,
): Promise<void> {
  checkPasswordLength(to)
  const person = await getPerson(store.folder, userId)
  const key = person.slot && (await unwrapWithPassword(person.slot, from))
  if (!key) throw new Problem('sign-in.wrong-password')
  const slot = await wrapWithPassword(key, to, options)
  key.fill(0)
  const signingKey =
    person.signingKey && ((await changeOuterPassword(person.signingKey, from, to, options)) ?? null)
  await changeBoth(
    store,
    'session.change-password',
    userId,
    trace,
    {},
    async () => (file) => withPerson(file, userId, { slot, signingKey }),
  )
}

async function resetPassword(
  store: Store,
  databaseKey: Uint8Array,
  userId: string,
  to: string,
  trace: Trace,
  options: StretchOptions,
): Promise<void> {
  checkPasswordLength(to)
  await getPerson(store.folder, userId)
  const slot = await wrapWithPassword(databaseKey, to, options)
  await changeBoth(store, 'user.reset-password', userId, trace, {}, async (writer) => {
    await writer.updateTable('user').set({ active: 1, termTo: null }).where('id', '=', userId).execute()
    await revokePersonalKeys(writer, userId, trace.at)
    return (file) => withPerson(file, userId, { active: true, slot, signingKey: null })
  })
}

async function makePersonalKey(
  store: Store,
  userId: string,
  password: string,
  pin: string,
  trace: Trace,
  options: StretchOptions,
): Promise<PublicKey> {
  await refuseWrongPassword(await getPerson(store.folder, userId), password)
  const { wrapped, publicKey } = await newPersonalKey(pin, password, options)
  const details = { fingerprint: publicKey.fingerprint }
  await changeBoth(store, 'user.make-signing-key', userId, trace, details, async (writer) => {
    await insertPersonalKey(writer, userId, publicKey, trace.at)
    return (file) => withPerson(file, userId, { signingKey: wrapped })
  })
  return publicKey
}

async function personalSigner(
  folder: string,
  userId: string,
  pin: string,
  password: string,
): Promise<Signer> {
  const person = await getPerson(folder, userId)
  await refuseWrongPassword(person, password)
  const secret = person.signingKey && (await unwrapTwice(person.signingKey, pin, password))
  if (!secret) throw new Problem('sign-in.pin-wrong')
  return signerFromSecret(secret)
}

/** Rows, trace and key file together; the file comes last, since only the rows can be taken back. */
async function changeBoth(
  store: Store,
  action: string,
  subject: string,
  { by, at, reason }: Trace,
  details: Record<string, unknown>,
  change: (writer: Writer) => Promise<(file: KeyFile) => KeyFile>,
): Promise<void> {
  await store.inTransaction(async (writer) => {
    const changed = await change(writer)
    const why = reason === undefined ? {} : { reason }
    await recordAudit(writer, { at, actor: by, action, subject, details: { ...details, ...why } })
    await changeKeyFile(store.folder, changed)
  })
}

async function refuseTakenName(writer: Writer, signInName: string): Promise<void> {
  const taken = await writer
    .selectFrom('user')
    .select('id')
    .where('signInName', '=', signInName)
    .executeTakeFirst()
  if (taken !== undefined) throw new Problem('user.name-taken', { signInName })
}

async function revokePersonalKeys(writer: Writer, userId: string, revokedAt: string): Promise<void> {
  const query = writer.updateTable('signingKey').set({ revokedAt })
  await query.where('userId', '=', userId).where('revokedAt', 'is', null).execute()
}

async function refuseWrongPassword(person: KeyFilePerson, password: string): Promise<void> {
  const key = person.slot && (await unwrapWithPassword(person.slot, password))
  if (!key) throw new Problem('sign-in.wrong-password')
  key.fill(0)
}

async function getPerson(folder: string, userId: string): Promise<KeyFilePerson> {
  const { people } = await readKeyFile(folder)
  const person = people.find((one) => one.userId === userId)
  if (person === undefined) throw new Problem('record.not-found', { what: '用户' })
  return person
}

async function secretOf(
  folder: string,
  databaseKey: Uint8Array,
  which: keyof typeof purposes,
): Promise<Uint8Array> {
  const file = await readKeyFile(folder)
  const secret = unwrapWithKey(file[which], databaseKey, purposes[which])
  if (secret === undefined) throw new Problem('storage.key-slots-damaged')
  return secret
}
