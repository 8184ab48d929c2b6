import { sha256Hex } from '../crypto/digest.ts'
import { fingerprintOf, verifySignature } from '../crypto/signing-key.ts'
import { Problem } from '../domain/problem.ts'
import { type BagLayout, memberOf, textOf } from './bag-layout.ts'
import {
  bagInfo,
  bagit,
  evidenceName,
  manifest,
  type SignatureFiles,
  taggedFiles,
  tagmanifest,
} from './bag-names.ts'
import { payloadOxum } from './finish-bag.ts'
import { malformed } from './malformed.ts'
import { parseManifest } from './manifest.ts'
import type { SignatureRole } from './package-kind.ts'

export interface PackageSigner {
  readonly role: SignatureRole
  readonly fingerprint: string
}

/** The signer, when the signature is one of these very tag manifest bytes by the key beside it. */
export function signerOf(layout: BagLayout, files: SignatureFiles): PackageSigner {
  const pem = Buffer.from(memberOf(layout, files.publicKey)).toString('latin1')
  const fingerprint = fingerprintOf(pem)
  const signed = memberOf(layout, tagmanifest)
  if (fingerprint === undefined || !verifySignature(pem, signed, memberOf(layout, files.signature))) {
    throw new Problem('package.bad-signature', { signature: files.label })
  }
  return { role: files.role, fingerprint }
}

/** One person cannot be both: the workstation's key releases nothing alone. */
export function refuseSameSigner(signers: readonly PackageSigner[]): void {
  const repeated = signers.find(
    (signer, at) => signers.findIndex((s) => s.fingerprint === signer.fingerprint) < at,
  )
  if (repeated !== undefined) throw new Problem('package.bad-signature', { signature: repeated.role })
}

export function checkTagmanifest(layout: BagLayout): void {
  checkDigests(layout, tagmanifest, taggedFiles)
}

export function checkManifest(layout: BagLayout): void {
  checkDigests(layout, manifest, layout.dataPaths)
  for (const path of layout.dataPaths) {
    const named = evidenceName.exec(path)?.[1]
    if (named !== undefined && named !== sha256Hex(memberOf(layout, path)))
      throw malformed('member-name', path)
  }
}

/** BagIt's own files: the version we know, and the same package and size as everything else says. */
export function checkBagInfo(layout: BagLayout): void {
  if (!textOf(layout, bagit).startsWith('BagIt-Version: 1.0\n')) throw malformed('tag-file', bagit)
  const lines = textOf(layout, bagInfo).split('\n')
  const data = layout.dataPaths.map((path) => ({ bytes: memberOf(layout, path) }))
  const expected = [`External-Identifier: ${layout.id}`, `Payload-Oxum: ${payloadOxum(data)}`]
  if (!expected.every((line) => lines.includes(line))) throw malformed('tag-file', bagInfo)
}

/** The digests by path, each of them found again in the bytes. */
function checkDigests(
  layout: BagLayout,
  listPath: string,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const listed = parseManifest(textOf(layout, listPath))
  if (listed === undefined || [...listed.keys()].join('\n') !== paths.join('\n')) {
    throw malformed('tag-file', listPath)
  }
  for (const [path, digest] of listed) {
    if (digest !== sha256Hex(memberOf(layout, path))) throw new Problem('package.damaged', { member: path })
  }
  return listed
}
