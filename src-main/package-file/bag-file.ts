import { sha256Hex } from '../crypto/digest.ts'

/** A file of the bag with its digest, so that its bytes are hashed once. */
export interface BagFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

export function bagFile(path: string, content: Uint8Array | string): BagFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return { path, bytes, sha256: sha256Hex(bytes) }
}

/** By bytes of the path, the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
