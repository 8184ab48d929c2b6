import { bagFile, type BagFile, byPath } from './bag-file.ts'
import { bagInfo, bagit, headerFile, manifest, tagmanifest } from './bag-names.ts'
import { canonicalJson } from './canonical-json.ts'
import { type PackageHeader, parseHeader, type ReleaseFields } from './header.ts'
import { malformed } from './malformed.ts'
import { manifestOf } from './manifest.ts'
import type { PreparedBag } from './prepare-bag.ts'

/** A whole bag, lacking only its signatures. */
export interface Bag {
  readonly header: PackageHeader
  /** In the order of the zip. */
  readonly files: readonly BagFile[]
  /** What is signed, and by whose digest the package is known. */
  readonly tagmanifest: BagFile
}

/** 签发 — gives a prepared bag its number, predecessor and approver, and closes it under its manifests. */
export function finishBag({ draft, payload }: PreparedBag, release: ReleaseFields): Bag {
  const header = parseHeader({ ...draft, ...release })
  if ('broken' in header) throw malformed('header', header.broken.join(', '))
  const data = [bagFile(headerFile, canonicalJson(header)), ...payload].sort(byPath)
  const tags = [
    bagFile(bagInfo, bagInfoOf(header, data)),
    bagFile(bagit, 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    bagFile(manifest, manifestOf(data)),
  ]
  const closing = bagFile(tagmanifest, manifestOf(tags))
  return { header, files: [...tags, closing, ...data], tagmanifest: closing }
}

/** The day is the header's own, never today's: the same package is the same bytes on another day. */
function bagInfoOf(header: PackageHeader, data: readonly BagFile[]): string {
  return [
    `Bag-Software-Agent: ${header.software.name} ${header.software.version}`,
    `Bagging-Date: ${header.createdAt.slice(0, 10)}`,
    `External-Identifier: ${header.id}`,
    `Payload-Oxum: ${payloadOxum(data)}`,
    '',
  ].join('\n')
}

/** Octets and files under data/, for a first check without hashing. */
export function payloadOxum(data: readonly { readonly bytes: Uint8Array }[]): string {
  return `${data.reduce((sum, file) => sum + file.bytes.length, 0)}.${data.length}`
}
