/** One member as the central directory declares it. */
export interface ZipMember {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerAt: number
}

const endMagic = 0x06054b50
const end64LocatorMagic = 0x07064b50
const end64Magic = 0x06064b50
const memberMagic = 0x02014b50
const in64 = 0xffff_ffff

/** Members of a zip by its central directory, before anything is unpacked; throws RangeError when it is broken. */
export function readZipDirectory(zip: Buffer): ZipMember[] {
  let { at, count } = findDirectory(zip)
  const members: ZipMember[] = []
  for (; count > 0; count--) {
    if (zip.readUInt32LE(at) !== memberMagic) throw new RangeError('zip directory is broken')
    members.push(memberAt(zip, at))
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return members
}

/** Bytes of a member as packed; throws RangeError when they are not all there. */
export function packedMember(zip: Buffer, member: ZipMember): Buffer {
  if (zip.readUInt32LE(member.headerAt) !== 0x04034b50) throw new RangeError('zip member is broken')
  const names = zip.readUInt16LE(member.headerAt + 26) + zip.readUInt16LE(member.headerAt + 28)
  const start = member.headerAt + 30 + names
  if (start + member.packedBytes > zip.length) throw new RangeError('zip is cut off')
  return zip.subarray(start, start + member.packedBytes)
}

function findDirectory(zip: Buffer): { at: number; count: number } {
  const lowest = Math.max(0, zip.length - 22 - 0xffff)
  for (let at = zip.length - 22; at >= lowest; at--) {
    if (zip.readUInt32LE(at) === endMagic) return directoryFromEnd(zip, at)
  }
  throw new RangeError('zip has no directory')
}

function directoryFromEnd(zip: Buffer, end: number): { at: number; count: number } {
  const at = zip.readUInt32LE(end + 16)
  const count = zip.readUInt16LE(end + 10)
  const is64 =
    (at === in64 || count === 0xffff) && end >= 20 && zip.readUInt32LE(end - 20) === end64LocatorMagic
  if (!is64) return { at, count }
  const end64 = number64(zip, end - 12)
  if (zip.readUInt32LE(end64) !== end64Magic) throw new RangeError('zip directory is broken')
  return { at: number64(zip, end64 + 48), count: number64(zip, end64 + 32) }
}

function memberAt(zip: Buffer, at: number): ZipMember {
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
  const sizes = {
    unpackedBytes: zip.readUInt32LE(at + 24),
    packedBytes: zip.readUInt32LE(at + 20),
    headerAt: zip.readUInt32LE(at + 42),
  }
  return {
    name: zip.toString('utf8', at + 46, nameEnd),
    isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    ...largeSizes(zip.subarray(nameEnd, nameEnd + zip.readUInt16LE(at + 30)), sizes),
  }
}

type Sizes = Pick<ZipMember, 'unpackedBytes' | 'packedBytes' | 'headerAt'>

/** Zip64 puts what does not fit, in this order, into the extra field 1; some writers always do. */
function largeSizes(extra: Buffer, sizes: Sizes): Sizes {
  let at = extraField(extra, 1)
  const large = (value: number): number => {
    if (value !== in64 || at === undefined) return value
    at += 8
    return number64(extra, at - 8)
  }
  return {
    unpackedBytes: large(sizes.unpackedBytes),
    packedBytes: large(sizes.packedBytes),
    headerAt: large(sizes.headerAt),
  }
}

function extraField(extra: Buffer, id: number): number | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return at + 4
  }
  return undefined
}

function number64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at))
}
