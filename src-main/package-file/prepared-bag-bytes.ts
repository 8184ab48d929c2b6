import { bagFile } from './bag-file.ts'
import { headerFile } from './bag-names.ts'
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts'
import { brokenInDraft, type DraftHeader } from './header.ts'
import { malformed } from './malformed.ts'
import type { PreparedBag } from './prepare-bag.ts'
import { readZip } from './read-zip.ts'
import { writeZip } from './write-zip.ts'

/** A prepared bag as one file for the vault, between build and release. */
export function bytesOfPreparedBag({ draft, payload }: PreparedBag): Uint8Array {
  const header = { path: headerFile, bytes: Buffer.from(canonicalJson(draft), 'utf8') }
  return writeZip([header, ...payload].map(({ path, bytes }) => ({ name: `${draft.id}/${path}`, bytes })))
}

export function preparedBagOfBytes(bytes: Uint8Array): PreparedBag {
  const [header, ...payload] = readZip(bytes, { maxBytes: bytes.length, maxMembers: 65_534 })
  const draft = parseCanonicalJson(Buffer.from(header?.bytes ?? []).toString('utf8'))
  const broken = brokenInDraft(draft)
  if (broken.length > 0) throw malformed('header', broken.join(', '))
  return {
    draft: draft as DraftHeader,
    payload: payload.map(({ name, bytes: content }) => bagFile(name.slice(name.indexOf('/') + 1), content)),
  }
}
