import { isEnvelope, unseal, unsealWithPassphrase, type Unopened } from '../crypto/envelope.ts'
import { sha256Hex } from '../crypto/digest.ts'
import { Problem } from '../domain/problem.ts'
import { type BagLayout, layoutOf, memberOf } from './bag-layout.ts'
import { evidenceName, summaryFile, tagmanifest } from './bag-names.ts'
import {
  checkBagInfo,
  checkManifest,
  checkTagmanifest,
  type PackageSigner,
  refuseSameSigner,
  signerOf,
} from './check-bag.ts'
import type { PackageHeader } from './header.ts'
import { keysOfSigner, type KnownKey, refuseForbidden } from './known-key.ts'
import { malformed } from './malformed.ts'
import type { ReadableKind } from './record-kind.ts'
import { type PackageLimits, packageLimits, readZip } from './read-zip.ts'
import { checkBatch, checkCounts, checkTotal, type Payload, readHeader, readRecords } from './read-payload.ts'

export interface OpenOptions {
  /** What opens an encrypted package; a plain one needs neither. */
  readonly identity?: string
  readonly passphrase?: string
  /** 名录. 'none' proves the signatures whole but not whose they are. */
  readonly knownKeys: readonly KnownKey[] | 'none'
  /** The instant at which keys must be valid: when the package came. */
  readonly at: string
  /** 演示 packages are refused where real ones are received. */
  readonly refuseDemonstration?: boolean
  readonly limits?: PackageLimits
}

/** A signer with its owner, where the directory knows it. */
export interface NamedSigner extends PackageSigner {
  readonly owner: string | null
}

/** 拆开的包 — of one kind, or of any this program reads. */
export type OpenedPackage<K extends ReadableKind = ReadableKind> = Extract<Payload, { kind: K }> & OpenedBag

export interface OpenedBag {
  readonly header: PackageHeader
  readonly signers: readonly NamedSigner[]
  readonly tagmanifestSha256: string
  readonly summary: Uint8Array
  readonly attachments: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/**
 * How an examination goes on: `must` gives what the next step stands on; `check` proves one thing more;
 * `settled` comes before anything inside is parsed and goes no further if something has failed.
 */
export interface Examiner {
  must<T>(name: string, run: () => T): T
  check(name: string, run: () => void): void
  settled(): void
  /** What is known for certain once the digests and signatures hold. */
  proven(header: PackageHeader, signers: readonly NamedSigner[]): void
}

interface ProvenSigner extends NamedSigner {
  readonly keys: readonly KnownKey[] | 'none'
}

/** The order of package-format §3: size and names, envelope, signatures, digests, and only then the content. */
export async function examinePackage(
  bytes: Uint8Array,
  options: OpenOptions,
  examiner: Examiner,
): Promise<OpenedPackage> {
  const limits = options.limits ?? packageLimits
  const opened = bytes.length > limits.maxBytes ? undefined : await openEnvelope(bytes, options)
  const zip = examiner.must('envelope', () => contentOf(opened))
  const members = examiner.must('container', () => readZip(zip, limits))
  const layout = examiner.must('members', () => layoutOf(members))
  const signers = checkSignatures(layout, options, examiner)
  examiner.check('tagmanifest', () => checkTagmanifest(layout))
  examiner.check('manifest', () => checkManifest(layout))
  examiner.settled()
  return examineContent(layout, signers, options, examiner)
}

async function openEnvelope(bytes: Uint8Array, options: OpenOptions): Promise<Uint8Array | Unopened> {
  if (!isEnvelope(bytes)) return bytes
  if (options.identity !== undefined) return unseal(options.identity, bytes)
  return options.passphrase === undefined ? 'not-for-us' : unsealWithPassphrase(options.passphrase, bytes)
}

function contentOf(opened: Uint8Array | Unopened | undefined): Uint8Array {
  if (opened === undefined) throw malformed('too-large')
  if (opened === 'not-for-us') throw new Problem('package.not-for-us')
  if (opened === 'damaged') throw new Problem('package.damaged', { member: 'envelope' })
  return opened
}

function checkSignatures(
  layout: BagLayout,
  options: OpenOptions,
  examiner: Examiner,
): readonly ProvenSigner[] {
  const signers: ProvenSigner[] = []
  for (const files of layout.signatures) {
    examiner.check(`signature ${files.label}`, () => {
      const signer = signerOf(layout, files)
      signers.push(named(signer, options))
    })
  }
  examiner.check('two signers', () => refuseSameSigner(signers))
  return signers
}

function named(signer: PackageSigner, { knownKeys, at }: OpenOptions): ProvenSigner {
  if (knownKeys === 'none') return { ...signer, owner: null, keys: 'none' }
  const keys = keysOfSigner(knownKeys, signer, at)
  return { ...signer, owner: keys[0]?.owner ?? null, keys }
}

function examineContent(
  layout: BagLayout,
  signers: readonly ProvenSigner[],
  options: OpenOptions,
  examiner: Examiner,
): OpenedPackage {
  const header = examiner.must('header', () => readHeader(layout))
  const namedSigners = signers.map(({ role, fingerprint, owner }) => ({ role, fingerprint, owner }))
  examiner.proven(header, namedSigners)
  examiner.check('bag-info', () => checkBagInfo(layout))
  examiner.check('permission', () => checkPermission(header, signers, options))
  const payload = examiner.must('records', () => readRecords(layout, header))
  examiner.check('batch', () => checkBatch(header, payload))
  examiner.check('counts', () => checkCounts(header, payload))
  examiner.check('total', () => checkTotal(header, payload))
  examiner.settled()
  return {
    ...payload,
    header,
    signers: namedSigners,
    tagmanifestSha256: sha256Hex(memberOf(layout, tagmanifest)),
    summary: memberOf(layout, summaryFile),
    attachments: attachmentsOf(layout),
  }
}

function checkPermission(
  header: PackageHeader,
  signers: readonly ProvenSigner[],
  options: OpenOptions,
): void {
  for (const { keys } of signers) if (keys !== 'none') refuseForbidden(keys, header)
  if (header.demonstration && options.refuseDemonstration === true)
    throw new Problem('package.demonstration-refused')
}

function attachmentsOf(layout: BagLayout): OpenedPackage['attachments'] {
  const paths = layout.dataPaths.filter((path) => evidenceName.test(path))
  return paths.map((path) => ({ path, bytes: memberOf(layout, path) }))
}
