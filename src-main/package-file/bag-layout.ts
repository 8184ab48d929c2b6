import {
  bagInfo,
  bagit,
  evidenceName,
  headerFile,
  manifest,
  recordsFile,
  signatureFiles,
  type SignatureFiles,
  summaryFile,
  taggedFiles,
  tagmanifest,
} from './bag-names.ts'
import { malformed } from './malformed.ts'
import { type PackageKind, packageKinds } from './package-kind.ts'
import type { ZipMember } from './zip-layout.ts'

/** A package's members by their place, before any of them is believed. */
export interface BagLayout {
  readonly id: string
  readonly kind: PackageKind
  /** By path inside the top folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly dataPaths: readonly string[]
  readonly signatures: readonly SignatureFiles[]
}

/** Every member must be one the format names, each required one there, all in the one order. */
export function layoutOf(members: readonly ZipMember[]): BagLayout {
  const id = members[0]?.name.split('/')[0] ?? ''
  const files = new Map(members.map(({ name, bytes }) => [name.slice(id.length + 1), bytes]))
  const paths = [...files.keys()]
  const kind = packageKinds.find((candidate) => files.has(recordsFile(candidate)))
  if (kind === undefined) throw malformed('member-missing', 'data/*.jsonl')
  const dataPaths = paths.filter((path) => path.startsWith('data/')).sort()
  const layout = { id, kind, files, dataPaths, signatures: signatureFiles(kind) }
  refuseUnexpected(layout)
  refuseOrder(layout, paths)
  return layout
}

/** A member that the layout has already shown to be there. */
export function memberOf(layout: BagLayout, path: string): Uint8Array {
  const bytes = layout.files.get(path)
  if (bytes === undefined) throw malformed('member-missing', path)
  return bytes
}

/** Strict UTF-8: bytes that are no text would be read as something else than they were signed as. */
export function textOf(layout: BagLayout, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(memberOf(layout, path))
  } catch {
    throw malformed('tag-file', path)
  }
}

function refuseUnexpected({ kind, files, signatures }: BagLayout): void {
  const required = [bagInfo, bagit, manifest, tagmanifest, headerFile, recordsFile(kind), summaryFile]
  const signed = signatures.flatMap(({ publicKey, signature }) => [publicKey, signature])
  const known = new Set([...required, ...signed])
  for (const path of known) if (!files.has(path)) throw malformed('member-missing', path)
  for (const path of files.keys()) {
    if (!known.has(path) && !evidenceName.test(path)) throw malformed('member-unexpected', path)
  }
}

function refuseOrder({ dataPaths, signatures }: BagLayout, paths: readonly string[]): void {
  const signed = signatures.flatMap(({ publicKey, signature }) => [publicKey, signature])
  const wanted = [...taggedFiles, tagmanifest, ...dataPaths, ...signed]
  const misplaced = wanted.find((path, index) => paths[index] !== path)
  if (misplaced !== undefined) throw malformed('member-order', misplaced)
}
