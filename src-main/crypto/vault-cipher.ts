import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const keyBytes = 32
const saltBytes = 16
const nonceBytes = 12
const tagBytes = 16
const formatVersion = 1
const headBytes = 1 + saltBytes + nonceBytes

/** A key for one purpose only, so that what is sealed for one can never be opened as another. */
export function deriveKey(secret: Uint8Array, purpose: string): Uint8Array {
  return expand(secret, new Uint8Array(0), purpose)
}

/**
 * Seals bytes under a key: `version ‖ salt ‖ nonce ‖ sealed ‖ tag`. `context` is not stored but must be the
 * same on opening.
 */
export function encryptBytes(key: Uint8Array, bytes: Uint8Array, context = ''): Uint8Array {
  const head = Buffer.concat([Uint8Array.of(formatVersion), randomBytes(saltBytes + nonceBytes)])
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, head), nonceIn(head), { authTagLength: tagBytes })
  cipher.setAAD(contextOf(head, context))
  return Buffer.concat([head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** The bytes, or undefined when the key or context is another or one bit has changed. */
export function decryptBytes(key: Uint8Array, sealed: Uint8Array, context = ''): Uint8Array | undefined {
  if (sealed.length < headBytes + tagBytes || sealed[0] !== formatVersion) return undefined
  const head = sealed.subarray(0, headBytes)
  const end = sealed.length - tagBytes
  const cipher = createDecipheriv('aes-256-gcm', keyFor(key, head), nonceIn(head), {
    authTagLength: tagBytes,
  })
  cipher.setAAD(contextOf(head, context))
  cipher.setAuthTag(sealed.subarray(end))
  const opened = cipher.update(sealed.subarray(headBytes, end))
  try {
    cipher.final()
    return opened
  } catch {
    opened.fill(0)
    return undefined
  }
}

/** A fresh key for each sealing: no count of files brings two random nonces together under one key. */
function keyFor(key: Uint8Array, head: Uint8Array): Uint8Array {
  return expand(key, head.subarray(1, 1 + saltBytes), 'onecard sealed bytes 1')
}

function expand(secret: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array {
  if (secret.length !== keyBytes) throw new Error(`a key has ${keyBytes} bytes, not ${secret.length}`)
  return new Uint8Array(hkdfSync('sha256', secret, salt, purpose, keyBytes))
}

function nonceIn(head: Uint8Array): Uint8Array {
  return head.subarray(1 + saltBytes)
}

function contextOf(head: Uint8Array, context: string): Uint8Array {
  return Buffer.concat([head, Buffer.from(context, 'utf8')])
}
