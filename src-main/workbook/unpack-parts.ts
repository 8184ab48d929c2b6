import { crc32, inflateRawSync } from 'node:zlib'
import { Problem } from '../domain/problem.ts'
import { packedMember, readZipDirectory } from './zip-directory.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ZipMember } from './zip-directory.ts'

/** A member of a workbook, unpacked. */
export interface Part {
  readonly name: string
  readonly bytes: Buffer
}

const megabyte = 1024 * 1024

/** Pictures, charts, notes, macros: nothing a list says. Other formats' manifests would send SheetJS another way. */
const notNeeded =
  /(^|\/)(media|drawings|charts|embeddings|printersettings|theme|docprops|customxml|externallinks|pivottables|pivotcache|activex|ctrlprops|worksheets\/_rels|meta-inf|index)\/|(^|\/)(vbaproject\.bin|comments\d*\.xml|calcchain\.xml|objectdata\.xml|index\.zip)$/i

/** The parts of an .xlsx that carry its cells, having refused a bomb by what its directory declares and by what comes out. */
export function unpackParts(zip: Buffer, fileName: string, limits: ReadLimits): Part[] {
  const members = directory(zip, fileName)
  refuseTooMuch(members, fileName, limits)
  if (!members.some((member) => /(^|\/)workbook[^/]*\.(xml|bin)$/i.test(slashed(member.name)))) {
    throw new Problem('file.not-a-spreadsheet', { fileName })
  }
  return members
    .filter((member) => !member.name.endsWith('/') && !notNeeded.test(slashed(member.name)))
    .map((member) => ({ name: slashed(member.name), bytes: unpack(zip, member, fileName) }))
}

function directory(zip: Buffer, fileName: string): ZipMember[] {
  try {
    return readZipDirectory(zip)
  } catch {
    throw new Problem('file.damaged', { fileName })
  }
}

function refuseTooMuch(members: readonly ZipMember[], fileName: string, limits: ReadLimits): void {
  if (members.some((member) => isBomb(member, limits)) || members.length > limits.members) {
    throw new Problem('file.is-a-bomb', { fileName })
  }
  const largest = Math.max(0, ...members.map((member) => member.unpackedBytes))
  const total = members.reduce((sum, member) => sum + member.unpackedBytes, 0)
  refuseLarger(largest, limits.memberMegabytes, fileName)
  refuseLarger(total, limits.unpackedMegabytes, fileName)
  if (members.some((member) => member.isEncrypted))
    throw new Problem('file.is-password-protected', { fileName })
}

function isBomb(member: ZipMember, limits: ReadLimits): boolean {
  const isLarge = member.unpackedBytes > limits.ratioFromMegabytes * megabyte
  return isLarge && member.unpackedBytes > limits.ratio * Math.max(1, member.packedBytes)
}

function refuseLarger(bytes: number, limit: number, fileName: string): void {
  if (bytes > limit * megabyte) throw new Problem('file.too-large', { fileName, limit, unit: 'MB' })
}

function unpack(zip: Buffer, member: ZipMember, fileName: string): Buffer {
  const bytes = inflate(zip, member, fileName)
  // a wrong bit would be a wrong digit somewhere
  if (crc32(bytes) !== member.crc) throw new Problem('file.damaged', { fileName })
  return bytes
}

function inflate(zip: Buffer, member: ZipMember, fileName: string): Buffer {
  try {
    const packed = packedMember(zip, member)
    if (member.method === 0) return packed
    if (member.method !== 8) throw new RangeError('unknown packing')
    // not one byte more than declared: the directory may lie
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, member.unpackedBytes) })
  } catch (error) {
    const isLie = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Problem(isLie ? 'file.is-a-bomb' : 'file.damaged', { fileName })
  }
}

function slashed(name: string): string {
  return name.replaceAll('\\', '/')
}
