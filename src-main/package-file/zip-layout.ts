import { crc32 } from 'node:zlib'

/** One file in the zip, by its full name including the top folder. */
export interface ZipMember {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A member with where it lies; the check sum is always computed, never believed. */
export interface PlacedMember extends ZipMember {
  readonly nameBytes: Uint8Array
  readonly crc: number
  readonly offset: number
}

export const localHeadBytes = 30
const centralHeadBytes = 46
const endBytes = 22
const version = 20
const utf8Names = 0x0800
/** 1980-01-01 00:00, the first day a zip knows. */
const fixedDate = 0x0021
/** A regular file with mode 0644, made on Unix: no links, no folders, nothing to run. */
const madeOnUnix = 0x0314
const regularFile = 0o100644 * 0x10000

export function placed(member: ZipMember, offset: number): PlacedMember {
  return { ...member, nameBytes: Buffer.from(member.name, 'utf8'), crc: crc32(member.bytes), offset }
}

/** The bytes before a member's content: signature, then every field at its one allowed value. */
export function localHead(member: PlacedMember): Buffer {
  const head = Buffer.alloc(localHeadBytes)
  head.writeUInt32LE(0x04034b50, 0)
  writeShared(head, 4, member)
  return Buffer.concat([head, member.nameBytes])
}

/** Everything after the last member: central directory and end record. */
export function directory(members: readonly PlacedMember[], at: number): Buffer {
  const entries = Buffer.concat(members.map(centralHead))
  const end = Buffer.alloc(endBytes)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([entries, end])
}

function centralHead(member: PlacedMember): Buffer {
  const head = Buffer.alloc(centralHeadBytes)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(madeOnUnix, 4)
  writeShared(head, 6, member)
  head.writeUInt32LE(regularFile, 38)
  head.writeUInt32LE(member.offset, 42)
  return Buffer.concat([head, member.nameBytes])
}

/** The fields local and central heads have in common, in the same order: stored, so both sizes are equal. */
function writeShared(head: Buffer, at: number, member: PlacedMember): void {
  head.writeUInt16LE(version, at)
  head.writeUInt16LE(utf8Names, at + 2)
  head.writeUInt16LE(fixedDate, at + 8)
  head.writeUInt32LE(member.crc, at + 10)
  head.writeUInt32LE(member.bytes.length, at + 14)
  head.writeUInt32LE(member.bytes.length, at + 18)
  head.writeUInt16LE(member.nameBytes.length, at + 22)
}
