import { createCipheriv, getCiphers, hkdfSync, randomBytes } from 'node:crypto'
import type { Encrypter } from 'age-encryption'

const cipherName = 'chacha20-poly1305'
const chunkBytes = 64 * 1024
const nonceBytes = 16
const tagBytes = 16

/** Node has the envelope's cipher natively, Electron (BoringSSL) does not: there the library does all. */
export function canSealFast(): boolean {
  return getCiphers().includes(cipherName)
}

/**
 * The library writes the head (recipients and MAC) for an empty envelope; the payload is written here with
 * the native cipher, some eight times faster than its JavaScript one (20 MB: 20 against 170 ms).
 */
export async function sealFast(encrypter: Encrypter, parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const { head, fileKey } = await emptyEnvelope(encrypter)
  const nonce = randomBytes(nonceBytes)
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  const chunks = chunksOf(parts)
  const bytes = parts.reduce((sum, part) => sum + part.length, 0)
  const sealed = Buffer.allocUnsafe(head.length + nonceBytes + bytes + chunks.length * tagBytes)
  sealed.set(head, 0)
  sealed.set(nonce, head.length)
  let at = head.length + nonceBytes
  for (const [index, chunk] of chunks.entries()) {
    at = sealChunk(sealed, at, key, chunk, chunkNonce(index, index === chunks.length - 1))
  }
  return sealed
}

/** Where the chunks begin and end in the parts; an empty envelope has one empty chunk. */
function chunksOf(parts: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  let chunk: Uint8Array[] = []
  let room = chunkBytes
  const chunks = [chunk]
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      if (room === 0) {
        chunks.push((chunk = []))
        room = chunkBytes
      }
      const slice = part.subarray(at, at + room)
      chunk.push(slice)
      at += slice.length
      room -= slice.length
    }
  }
  return chunks
}

async function emptyEnvelope(encrypter: Encrypter): Promise<{ head: Uint8Array; fileKey: Uint8Array }> {
  let fileKey: Uint8Array | undefined
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key
      return []
    },
  })
  const empty = await encrypter.encrypt(new Uint8Array(0))
  if (fileKey === undefined) throw new Error('the envelope was made without a file key')
  return { head: empty.subarray(0, empty.length - nonceBytes - tagBytes), fileKey }
}

/** Where the next chunk goes. */
function sealChunk(
  into: Buffer,
  from: number,
  key: Uint8Array,
  slices: readonly Uint8Array[],
  nonce: Uint8Array,
): number {
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes })
  let at = from
  for (const slice of slices) {
    into.set(cipher.update(slice), at)
    at += slice.length
  }
  cipher.final()
  into.set(cipher.getAuthTag(), at)
  return at + tagBytes
}

/** 11 bytes of counter, then 1 for the last chunk. */
function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}
