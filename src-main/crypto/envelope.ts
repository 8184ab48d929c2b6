import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { canSealFast, sealFast } from './envelope-payload.ts'
import { passphraseRecipient } from './passphrase.ts'

export { makePassphrase } from './passphrase.ts'

/** 收件身份 — what a recipient keeps (`AGE-SECRET-KEY-1…`) and what it gives away (`age1…`). */
export interface EnvelopeKeys {
  readonly identity: string
  readonly recipient: string
}

/** Why an envelope stays shut: sealed to somebody else, or changed on the way. */
export type Unopened = 'not-for-us' | 'damaged'

const magic = Buffer.from('age-encryption.org/v1\n', 'latin1')

export async function makeIdentity(): Promise<EnvelopeKeys> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Whether bytes begin like an envelope. */
export function isEnvelope(bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length))
}

/** 加密给收件人 — any one of the recipients can open the parts, joined, with the `age` tool as well. */
export async function sealTo(
  recipients: readonly string[],
  parts: readonly Uint8Array[],
): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error('an envelope needs a recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return canSealFast() ? sealFast(encrypter, parts) : encrypter.encrypt(Buffer.concat(parts))
}

/** For a recipient without a key yet; the passphrase is told separately. */
export async function sealWithPassphrase(passphrase: string, bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(passphraseRecipient(passphrase))
  return canSealFast() ? sealFast(encrypter, [bytes]) : encrypter.encrypt(bytes)
}

export function unseal(identity: string, bytes: Uint8Array): Promise<Uint8Array | Unopened> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return open(decrypter, bytes)
}

export function unsealWithPassphrase(passphrase: string, bytes: Uint8Array): Promise<Uint8Array | Unopened> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return open(decrypter, bytes)
}

async function open(decrypter: Decrypter, bytes: Uint8Array): Promise<Uint8Array | Unopened> {
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    return isNobodysKey(error) ? 'not-for-us' : 'damaged'
  }
}

/** The library tells the two apart only by its sentence; a test holds it to that. */
function isNobodysKey(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no identity matched')
}
