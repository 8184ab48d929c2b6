import { sealTo, sealWithPassphrase } from '../crypto/envelope.ts'
import type { Signer } from '../ports/signer.ts'
import { signatureFiles } from './bag-names.ts'
import { type Bag, finishBag } from './finish-bag.ts'
import type { ReleaseFields } from './header.ts'
import type { SignatureRole } from './package-kind.ts'
import type { PreparedBag } from './prepare-bag.ts'
import { zipParts } from './write-zip.ts'
import type { ZipMember } from './zip-layout.ts'

export interface PackageSignature {
  readonly role: SignatureRole
  readonly signer: Signer
}

/** A signed package that is not encrypted yet: `<id>.ykt`. */
export interface SignedPackage {
  readonly id: string
  /** The zip in pieces. */
  readonly parts: readonly Uint8Array[]
  readonly tagmanifestSha256: string
}

/** Who can open it: recipients by key, or whoever is told the passphrase. */
export type PackageAddress = { readonly recipients: readonly string[] } | { readonly passphrase: string }

/** 签发件 — what leaves: `<id>.ykt.age`. */
export interface SealedPackage {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly tagmanifestSha256: string
}

/** Finishes, signs and seals in one go. */
export async function releasePackage(
  prepared: PreparedBag,
  release: ReleaseFields,
  signatures: readonly PackageSignature[],
  address: PackageAddress,
): Promise<SealedPackage> {
  return sealPackage(signPackage(finishBag(prepared, release), signatures), address)
}

/** Adds exactly the signatures the kind asks for, by different keys, and zips. */
export function signPackage(bag: Bag, signatures: readonly PackageSignature[]): SignedPackage {
  const { header, tagmanifest } = bag
  if (new Set(signatures.map(({ signer }) => signer.fingerprint)).size !== signatures.length) {
    throw new Error('two signatures need two keys')
  }
  const wanted = signatureFiles(header.kind)
  if (wanted.length !== signatures.length) throw new Error(`${header.kind} takes ${wanted.length} signatures`)
  const signed = wanted.flatMap((files) => signatureMembers(files, signatures, tagmanifest.bytes))
  const members = [...bag.files.map(({ path, bytes }) => ({ name: path, bytes })), ...signed]
  const parts = zipParts(members.map(({ name, bytes }) => ({ name: `${header.id}/${name}`, bytes })))
  return { id: header.id, parts, tagmanifestSha256: tagmanifest.sha256 }
}

export async function sealPackage(signed: SignedPackage, address: PackageAddress): Promise<SealedPackage> {
  const bytes =
    'recipients' in address
      ? await sealTo(address.recipients, signed.parts)
      : await sealWithPassphrase(address.passphrase, Buffer.concat(signed.parts))
  return { fileName: `${signed.id}.ykt.age`, bytes, tagmanifestSha256: signed.tagmanifestSha256 }
}

function signatureMembers(
  files: ReturnType<typeof signatureFiles>[number],
  signatures: readonly PackageSignature[],
  signedBytes: Uint8Array,
): readonly ZipMember[] {
  const signer = signatures.find(({ role }) => role === files.role)?.signer
  if (signer === undefined) throw new Error(`the signature ${files.label} is missing`)
  return [
    { name: files.publicKey, bytes: Buffer.from(signer.publicKeyPem, 'utf8') },
    { name: files.signature, bytes: signer.sign(signedBytes) },
  ]
}
