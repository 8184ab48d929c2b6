import { malformed } from './malformed.ts'
import {
  directory,
  localHead,
  localHeadBytes,
  placed,
  type PlacedMember,
  type ZipMember,
} from './zip-layout.ts'

/** Bounds before anything is unpacked; members are stored, so there is no ratio to bound. */
export interface PackageLimits {
  readonly maxBytes: number
  readonly maxMembers: number
}

export const packageLimits: PackageLimits = { maxBytes: 512 * 1024 * 1024, maxMembers: 5_000 }

const localSignature = 0x04034b50
const methodAt = 8
const sizeAt = 18
const nameLengthAt = 26

/**
 * Walks the zip from the front and writes every header again from name and content: whatever is not the same
 * to the byte is refused, so nothing can hide in a field, a gap, a comment or behind the end. Contents are
 * views into `bytes`; nothing is unpacked to disk.
 */
export function readZip(bytes: Uint8Array, limits: PackageLimits = packageLimits): readonly ZipMember[] {
  if (bytes.length > limits.maxBytes) throw malformed('too-large')
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!startsMember(zip, 0)) throw malformed('not-a-package')
  const members: PlacedMember[] = []
  let at = 0
  while (startsMember(zip, at)) {
    if (members.length === limits.maxMembers) throw malformed('too-many-members')
    const member = readMember(zip, at)
    members.push(member)
    at += localHeadBytes + member.nameBytes.length + member.bytes.length
  }
  if (!directory(members, at).equals(zip.subarray(at))) throw malformed('zip-not-canonical')
  refuseRepeated(members)
  return members
}

function startsMember(zip: Buffer, at: number): boolean {
  return at + localHeadBytes <= zip.length && zip.readUInt32LE(at) === localSignature
}

function readMember(zip: Buffer, at: number): PlacedMember {
  if (zip.readUInt16LE(at + methodAt) !== 0) throw malformed('member-compressed')
  const contentAt = at + localHeadBytes + zip.readUInt16LE(at + nameLengthAt)
  const end = contentAt + zip.readUInt32LE(at + sizeAt)
  if (end > zip.length) throw malformed('zip-not-canonical')
  const name = nameOf(zip.subarray(at + localHeadBytes, contentAt))
  const member = placed({ name, bytes: zip.subarray(contentAt, end) }, at)
  if (!localHead(member).equals(zip.subarray(at, contentAt))) throw malformed('zip-not-canonical')
  return member
}

/** One top folder and plain names under it: no root, drive, parent, backslash, control or hidden name. */
function nameOf(bytes: Buffer): string {
  const name = decoded(bytes)
  const segments = name.split('/')
  const plain = (segment: string) =>
    /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u.test(segment) && !segment.endsWith('.')
  if (segments.length < 2 || name !== name.normalize('NFC') || !segments.every(plain))
    throw malformed('member-name')
  return name
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw malformed('member-name')
  }
}

/** Two names that differ in case only are one file on Windows. */
function refuseRepeated(members: readonly ZipMember[]): void {
  const folded = new Set(members.map((member) => member.name.normalize('NFKC').toUpperCase().toLowerCase()))
  if (folded.size !== members.length) throw malformed('member-repeated')
  const top = members[0]?.name.split('/')[0]
  if (members.some((member) => member.name.split('/')[0] !== top)) throw malformed('member-name')
}
