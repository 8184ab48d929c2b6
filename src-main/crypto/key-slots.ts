import { randomBytes, scrypt } from 'node:crypto'
import { Problem } from '../domain/problem.ts'
import { decryptBytes, deriveKey, encryptBytes } from './vault-cipher.ts'

export { makeRecoveryCode, recoverySecret } from './recovery-code.ts'

/** How a password was stretched into a key. */
interface Stretch {
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: string
}

/** A wrapped secret as it lies in the slot file: JSON-safe, worthless without its password or key. */
export interface WrappedKey {
  readonly version: 1
  /** null where another secret wraps this one. */
  readonly stretch: Stretch | null
  readonly sealed: string
}

export interface WrapOptions {
  /** What the secret is for; unwrapping with another purpose fails. */
  readonly purpose?: string
  /** Work per guess. Smaller than the default only in tests. */
  readonly N?: number
}

const defaultPurpose = 'database key'
const defaultN = 2 ** 17
const largestN = 2 ** 20
const saltBytes = 16
const shortestPin = 8

/** 数据库密钥 — the random key the whole file is encrypted under. Never stored unwrapped. */
export function makeDatabaseKey(): Uint8Array {
  return new Uint8Array(randomBytes(32))
}

export async function wrapWithPassword(
  secret: Uint8Array,
  password: string,
  { purpose = defaultPurpose, N = defaultN }: WrapOptions = {},
): Promise<WrappedKey> {
  const stretch = { N, r: 8, p: 1, salt: randomBytes(saltBytes).toString('base64') }
  return wrap(secret, await stretched(password, stretch), purpose, stretch)
}

/** The secret, or undefined when the password is wrong. A slot that is no slot is a Problem. */
export async function unwrapWithPassword(
  wrapped: WrappedKey,
  password: string,
  { purpose = defaultPurpose }: Pick<WrapOptions, 'purpose'> = {},
): Promise<Uint8Array | undefined> {
  if (!isWrappedKey(wrapped) || wrapped.stretch === null) throw new Problem('storage.key-slots-damaged')
  return unwrap(wrapped, await stretched(password, wrapped.stretch), purpose)
}

/** Wraps a secret under another 32-byte secret: the recovery sheet's, or an officer's second key. */
export function wrapWithKey(secret: Uint8Array, key: Uint8Array, purpose = defaultPurpose): WrappedKey {
  return wrap(secret, deriveKey(key, 'onecard wrapping 1'), purpose, null)
}

export function unwrapWithKey(
  wrapped: WrappedKey,
  key: Uint8Array,
  purpose = defaultPurpose,
): Uint8Array | undefined {
  if (!isWrappedKey(wrapped) || wrapped.stretch !== null) throw new Problem('storage.key-slots-damaged')
  return unwrap(wrapped, deriveKey(key, 'onecard wrapping 1'), purpose)
}

/** 个人签名钥 — under the person's PIN first and the login password around it: both are needed. */
export async function wrapTwice(
  secret: Uint8Array,
  pin: string,
  password: string,
  options: Pick<WrapOptions, 'N'> = {},
): Promise<WrappedKey> {
  if ([...pin].length < shortestPin) throw new Problem('sign-in.pin-too-short')
  const inner = await wrapWithPassword(secret, pin, { ...options, purpose: 'signing key under pin' })
  return wrapWithPassword(bytesOfSlot(inner), password, { ...options, purpose: outerPurpose })
}

export async function unwrapTwice(
  wrapped: WrappedKey,
  pin: string,
  password: string,
): Promise<Uint8Array | undefined> {
  const inner = await unwrapWithPassword(wrapped, password, { purpose: outerPurpose })
  if (inner === undefined) return undefined
  return unwrapWithPassword(slotOfBytes(inner), pin, { purpose: 'signing key under pin' })
}

/** A changed login password re-wraps the outside; the PIN is not asked and the key is not seen. */
export async function changeOuterPassword(
  wrapped: WrappedKey,
  oldPassword: string,
  newPassword: string,
  options: Pick<WrapOptions, 'N'> = {},
): Promise<WrappedKey | undefined> {
  const inner = await unwrapWithPassword(wrapped, oldPassword, { purpose: outerPurpose })
  return inner && wrapWithPassword(inner, newPassword, { ...options, purpose: outerPurpose })
}

/** Whether a value read from the slot file has the shape of a slot, before any work is spent on it. */
export function isWrappedKey(value: unknown): value is WrappedKey {
  if (typeof value !== 'object' || value === null) return false
  const { version, stretch, sealed } = value as Partial<Record<keyof WrappedKey, unknown>>
  return version === 1 && typeof sealed === 'string' && (stretch === null || isStretch(stretch))
}

const outerPurpose = 'signing key under password'

function wrap(secret: Uint8Array, key: Uint8Array, purpose: string, stretch: Stretch | null): WrappedKey {
  const sealed = encryptBytes(key, secret, contextOf(purpose, stretch))
  key.fill(0)
  return { version: 1, stretch, sealed: Buffer.from(sealed).toString('base64') }
}

function unwrap(wrapped: WrappedKey, key: Uint8Array, purpose: string): Uint8Array | undefined {
  const sealed = Buffer.from(wrapped.sealed, 'base64')
  const secret = decryptBytes(key, sealed, contextOf(purpose, wrapped.stretch))
  key.fill(0)
  return secret && new Uint8Array(secret)
}

function contextOf(purpose: string, stretch: Stretch | null): string {
  return JSON.stringify([
    'onecard key slot 1',
    purpose,
    stretch && [stretch.N, stretch.r, stretch.p, stretch.salt],
  ])
}

/** NFKC: the same password whether the input method typed full-width or half-width. */
function stretched(password: string, { N, r, p, salt }: Stretch): Promise<Uint8Array> {
  const options = { N, r, p, maxmem: 128 * r * (N + p) + 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** The bounds keep a tampered slot file from taking all memory, and scrypt from throwing. */
function isStretch(value: unknown): value is Stretch {
  if (typeof value !== 'object' || value === null) return false
  const { N, r, p, salt } = value as Partial<Record<keyof Stretch, unknown>>
  const powerOfTwo = typeof N === 'number' && N >= 2 && N <= largestN && Number.isInteger(Math.log2(N))
  return powerOfTwo && r === 8 && p === 1 && typeof salt === 'string'
}

function bytesOfSlot(slot: WrappedKey): Uint8Array {
  return Buffer.from(JSON.stringify(slot), 'utf8')
}

function slotOfBytes(bytes: Uint8Array): WrappedKey {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as WrappedKey
}
