import { makeSigningKey, signerFromSecret } from '../crypto/signing-key.ts'
import { wrapTwice, wrapWithPassword } from '../crypto/key-slots.ts'
import { Problem } from '../domain/problem.ts'
import type { Role } from '../domain/role.ts'
import type { KeyFilePerson } from './key-file.ts'
import type { Writer } from './store.ts'

/** Who is to sign in from now on. */
export interface NewPerson {
  readonly userId: string
  readonly signInName: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly password: string
  /** Given for those who sign packages: makes their personal key. */
  readonly pin?: string | undefined
}

/** Work per password guess; smaller than the default only in tests. */
export interface StretchOptions {
  readonly N?: number
}

/** A person's slots as they go into the key file, and the public half of their signing key. */
export interface WrappedPerson {
  readonly person: KeyFilePerson
  readonly publicKey: PublicKey | null
}

export interface PublicKey {
  readonly fingerprint: string
  readonly publicKeyPem: string
}

const shortestPassword = 8

export function checkPasswordLength(password: string): void {
  if ([...password].length < shortestPassword) throw new Problem('sign-in.password-too-short')
}

/** Wraps the database key for one more person; slow by intention, so never inside a transaction. */
export async function wrapPerson(
  person: NewPerson,
  databaseKey: Uint8Array,
  options: StretchOptions,
): Promise<WrappedPerson> {
  const { userId, signInName, displayName, roles, password, pin } = person
  checkPasswordLength(password)
  const slot = await wrapWithPassword(databaseKey, password, options)
  const own = pin === undefined ? null : await newPersonalKey(pin, password, options)
  const wrapped = {
    userId,
    signInName,
    displayName,
    roles,
    active: true,
    slot,
    signingKey: own?.wrapped ?? null,
  }
  return { person: wrapped, publicKey: own?.publicKey ?? null }
}

export async function newPersonalKey(pin: string, password: string, options: StretchOptions) {
  const { secret } = makeSigningKey()
  const { fingerprint, publicKeyPem } = signerFromSecret(secret)
  const wrapped = await wrapTwice(secret, pin, password, options)
  secret.fill(0)
  return { wrapped, publicKey: { fingerprint, publicKeyPem } }
}

/** The person's rows: each role over everything, until somebody narrows it. */
export async function insertPerson(
  writer: Writer,
  { person, publicKey }: WrappedPerson,
  at: string,
): Promise<void> {
  const { userId, signInName, displayName, roles } = person
  const user = { id: userId, signInName, displayName, termFrom: at, termTo: null, createdAt: at }
  await writer.insertInto('user').values(user).execute()
  const grants = roles.map((role) => ({ userId, role, programmeCode: '*', villageCode: '*' }))
  if (grants.length > 0) await writer.insertInto('userGrant').values(grants).execute()
  if (publicKey !== null) await insertPersonalKey(writer, userId, publicKey, at)
}

/** From now on this is the person's key; the one before is revoked. */
export async function insertPersonalKey(
  writer: Writer,
  userId: string,
  key: PublicKey,
  validFrom: string,
): Promise<void> {
  await writer
    .updateTable('signingKey')
    .set({ revokedAt: validFrom })
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .execute()
  const row = { ...key, ownerKind: 'person' as const, userId, validFrom, revokedAt: null }
  await writer.insertInto('signingKey').values(row).execute()
}
