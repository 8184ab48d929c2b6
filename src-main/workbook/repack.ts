import { crc32, deflateRawSync } from 'node:zlib'
import { packedMember, readZipDirectory } from './zip-directory.ts'

/** Nothing of what a zip may say beside its members is kept: times are the format's first day. */
const firstDay = 0x0021
const utf8Names = 0x0800

interface Packed {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly bytes: Buffer
  readonly unpackedBytes: number
}

/** The same zip with some members changed or left out; every other member keeps its very bytes. */
export function repack(zip: Buffer, changes: ReadonlyMap<string, string | null>): Uint8Array {
  const members = readZipDirectory(zip).filter(({ name }) => !name.endsWith('/'))
  const packed = members.flatMap((member): Packed[] => {
    const changed = changes.get(member.name)
    if (changed === null) return []
    if (changed !== undefined) return [packText(member.name, changed)]
    const { method, crc, unpackedBytes } = member
    return [{ name: Buffer.from(member.name), method, crc, unpackedBytes, bytes: packedMember(zip, member) }]
  })
  return assemble(packed)
}

function packText(name: string, text: string): Packed {
  const plain = Buffer.from(text, 'utf8')
  const bytes = deflateRawSync(plain)
  return { name: Buffer.from(name), method: 8, crc: crc32(plain), bytes, unpackedBytes: plain.length }
}

function assemble(members: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const member of members) {
    const fields = commonFields(member)
    const local = Buffer.concat([number(0x04034b50, 4), fields, member.name])
    directory.push(
      Buffer.concat([
        ...[number(0x02014b50, 4), number(20, 2), fields, number(0, 2), number(0, 2), number(0, 2)],
        ...[number(0, 4), number(at, 4), member.name],
      ]),
    )
    parts.push(local, member.bytes)
    at += local.length + member.bytes.length
  }
  const list = Buffer.concat(directory)
  const count = number(members.length, 2)
  const end = Buffer.concat([
    ...[
      number(0x06054b50, 4),
      number(0, 4),
      count,
      count,
      number(list.length, 4),
      number(at, 4),
      number(0, 2),
    ],
  ])
  return new Uint8Array(Buffer.concat([...parts, list, end]))
}

/** From the version needed to the length of the extra field. */
function commonFields({ method, crc, bytes, unpackedBytes, name }: Packed): Buffer {
  return Buffer.concat([
    ...[number(20, 2), number(utf8Names, 2), number(method, 2), number(0, 2), number(firstDay, 2)],
    ...[
      number(crc, 4),
      number(bytes.length, 4),
      number(unpackedBytes, 4),
      number(name.length, 2),
      number(0, 2),
    ],
  ])
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}
