import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src-main/crypto/digest.ts'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import { openPackage } from '../../src-main/package-file/open-package.ts'
import { readZip } from '../../src-main/package-file/read-zip.ts'
import { sealPackage } from '../../src-main/package-file/seal-package.ts'
import { verifyPackage } from '../../src-main/package-file/verify-package.ts'
import { writeZip } from '../../src-main/package-file/write-zip.ts'
import type { ZipMember } from '../../src-main/package-file/zip-layout.ts'
import { aPackageParty, aSignedPackage, packageId, received } from '../builders/a-package.ts'

import fc from 'fast-check'

const party = aPackageParty()
const signed = aSignedPackage(party)
const members = readZip(signed.zip)
const options = { knownKeys: party.knownKeys, at: received }

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await openPackage(bytes, options)
    return 'opened'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

function inside(path: string): string {
  return `${packageId}/${path}`
}

function withBytes(path: string, change: (bytes: Buffer) => Uint8Array): ZipMember[] {
  return members.map((member) =>
    member.name === inside(path) ? { ...member, bytes: change(Buffer.from(member.bytes)) } : member,
  )
}

function bytesOf(path: string): Uint8Array {
  return members.find((member) => member.name === inside(path))?.bytes ?? new Uint8Array(0)
}

test('the untouched package opens, so that the refusals below mean something', async () => {
  expect(await codeOf(signed.zip)).toBe('opened')
  expect(await codeOf(writeZip(members))).toBe('opened')
})

test('every single changed byte of the zip is refused', async () => {
  for (let at = 0; at < signed.zip.length; at++) {
    const changed = Buffer.from(signed.zip)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    expect(await codeOf(changed), `offset ${at}`).toMatch(/^package\./)
  }
})

test('every changed byte of a member is refused though the zip around it is made new', async () => {
  for (const { name, bytes } of members) {
    const path = name.slice(packageId.length + 1)
    const step = path.startsWith('data/') ? 23 : 5
    for (let at = 0; at < bytes.length; at += step) {
      const changed = withBytes(path, (content) => {
        content[at] = (content[at] ?? 0) ^ (1 << (at % 7))
        return content
      })
      expect(await codeOf(writeZip(changed)), `${path} ${at}`).toMatch(/^package\./)
    }
  }
})

test('sampled changes, cuts and additions of the encrypted package are refused', async () => {
  const keys = await makeIdentity()
  const { bytes } = await sealPackage(signed, { recipients: [keys.recipient] })
  const open = (sealed: Uint8Array) => openPackage(sealed, { ...options, identity: keys.identity })
  for (let at = 0; at < bytes.length; at += 37) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 0x20
    await expect(open(changed), `offset ${at}`).rejects.toMatchObject({ name: 'Problem' })
  }
  await expect(open(bytes.subarray(0, -1))).rejects.toMatchObject({ code: 'package.damaged' })
  await expect(open(Buffer.concat([bytes, bytes]))).rejects.toMatchObject({ code: 'package.damaged' })
})

test('a byte before, behind or between is refused, and so is a cut anywhere', async () => {
  expect(await codeOf(Buffer.concat([Buffer.from('x'), signed.zip]))).toBe('package.malformed')
  expect(await codeOf(Buffer.concat([signed.zip, Buffer.from('x')]))).toBe('package.malformed')
  for (let length = 0; length < signed.zip.length; length += 11) {
    expect(await codeOf(signed.zip.subarray(0, length))).toBe('package.malformed')
  }
})

test('each missing, repeated or renamed member is refused', async () => {
  for (const [index, member] of members.entries()) {
    const without = members.toSpliced(index, 1)
    const renamed = members.with(index, { ...member, name: `${member.name}x` })
    for (const changed of [without, [...members, member], renamed]) {
      expect(await codeOf(writeZip(changed)), member.name).toBe('package.malformed')
    }
  }
})

test('a member in no manifest is refused wherever it is put', async () => {
  const names = [
    'data/extra.txt',
    'extra.txt',
    'signatures/3-approver.sig',
    `data/evidence/${'a'.repeat(64)}.pdf`,
  ]
  for (const name of names) {
    for (let at = 0; at <= members.length; at++) {
      const added = members.toSpliced(at, 0, { name: inside(name), bytes: Buffer.from('x') })
      expect(await codeOf(writeZip(added))).toBe('package.malformed')
    }
  }
})

test('members in another order are refused', async () => {
  for (let at = 1; at < members.length; at++) {
    const [before, after] = [members[at - 1], members[at]]
    if (!before || !after) throw new Error('two members')
    const swapped = members.with(at - 1, after).with(at, before)
    expect(await codeOf(writeZip(swapped))).toBe('package.malformed')
  }
})

test('names that lead elsewhere or fold together are refused', async () => {
  const names = [
    '/etc/passwd',
    '../up.txt',
    `${packageId}/../up.txt`,
    `${packageId}/data/../../up.txt`,
    `${packageId}\\up.txt`,
    `${packageId}//up.txt`,
    `${packageId}/./up.txt`,
    `${packageId}/data/`,
    'C:/up.txt',
    'other-top/up.txt',
    `${packageId}/data/nul\u0000.txt`,
    `${packageId}/data/e\u0301.txt`,
    `${packageId}/data/.hidden`,
    `${packageId}/data/trailing.`,
    inside('data/PACKAGE.json'),
    inside('Bagit.txt'),
    inside('data/ｐackage.json'),
    'alone.txt',
    '',
  ]
  for (const name of names) {
    expect(await codeOf(writeZip([...members, { name, bytes: Buffer.from('x') }])), name).toBe(
      'package.malformed',
    )
  }
})

test('a name that is not UTF-8 is refused', async () => {
  const zip = Buffer.from(writeZip([...members, { name: inside('data/zz'), bytes: Buffer.from('x') }]))
  for (let at = zip.indexOf('data/zz'); at !== -1; at = zip.indexOf('data/zz', at + 1)) zip[at + 5] = 0xff
  expect(await codeOf(zip)).toBe('package.malformed')
})

test('a compressed member is refused without being unpacked: no zip bomb gets that far', async () => {
  const bomb = deflateRawSync(Buffer.alloc(50_000_000))
  const zip = Buffer.from(writeZip([{ name: inside('bag-info.txt'), bytes: bomb }]))
  zip.writeUInt16LE(8, 8)
  zip.writeUInt32LE(50_000_000, 22)
  const verification = await verifyPackage(zip, options)
  expect(verification.checks.at(-1)).toMatchObject({ name: 'container', ok: false })
  expect(verification.checks.at(-1)?.detail).toContain('member-compressed')
})

test('a size that reaches past the end is refused', async () => {
  const zip = Buffer.from(signed.zip)
  for (const size of [0xffff_ffff, zip.length, 0x7fff_ffff]) {
    zip.writeUInt32LE(size, 18)
    zip.writeUInt32LE(size, 22)
    expect(await codeOf(zip)).toBe('package.malformed')
  }
})

test('signatures exchanged, copied, re-spelt or of another package are refused', async () => {
  const [first, second] = [bytesOf('signatures/1-workstation.sig'), bytesOf('signatures/2-approver.sig')]
  const other = party.workstation.sign(Buffer.from('another tag manifest'))
  const exchanged = withBytes('signatures/1-workstation.sig', () => second)
  expect(await codeOf(writeZip(exchanged))).toBe('package.bad-signature')
  expect(await codeOf(writeZip(withBytes('signatures/2-approver.sig', () => first)))).toBe(
    'package.bad-signature',
  )
  expect(await codeOf(writeZip(withBytes('signatures/1-workstation.sig', () => other)))).toBe(
    'package.bad-signature',
  )
  const trailing = withBytes('signatures/1-workstation.sig', (bytes) =>
    Buffer.concat([bytes, Buffer.from([0])]),
  )
  expect(await codeOf(writeZip(trailing))).toBe('package.bad-signature')
})

test('a key with a comment or other line ends is refused: the file has one spelling', async () => {
  for (const change of [(pem: string) => `${pem}\n`, (pem: string) => pem.replaceAll('\n', '\r\n')]) {
    const changed = withBytes('signatures/1-workstation.pub.pem', (bytes) =>
      Buffer.from(change(bytes.toString())),
    )
    expect(await codeOf(writeZip(changed))).toBe('package.bad-signature')
  }
})

test('the machine’s key in the approver’s place is refused', async () => {
  const zip = writeZip(
    members.map((member) => {
      if (member.name.endsWith('2-approver.sig'))
        return { ...member, bytes: bytesOf('signatures/1-workstation.sig') }
      if (!member.name.endsWith('2-approver.pub.pem')) return member
      return { ...member, bytes: bytesOf('signatures/1-workstation.pub.pem') }
    }),
  )
  expect(await codeOf(zip)).toBe('package.signer-not-allowed')
  const verification = await verifyPackage(zip, { ...options, knownKeys: 'none' })
  expect(verification.checks.filter((check) => !check.ok).map((check) => check.name)).toEqual(['two signers'])
})

test('any bytes are answered with a problem, whatever they look like', async () => {
  const head = fc.constantFrom(
    Buffer.from(''),
    Buffer.from('PK\x03\x04'),
    Buffer.from('age-encryption.org/v1\n'),
  )
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
      expect(await codeOf(Buffer.concat([start, rest]))).toMatch(/^package\./)
    }),
  )
})

test('any members in a well-made zip are answered with a problem', async () => {
  const name = fc.oneof(
    fc.constantFrom(...members.map((member) => member.name)),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  const member = fc.record({ name, bytes: fc.uint8Array({ maxLength: 60 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(member, { maxLength: 14 }), async (made) => {
      expect(await codeOf(writeZip(made))).toMatch(/^package\./)
    }),
  )
})

test('the zip is the same bytes every time', () => {
  expect(sha256Hex(writeZip(members))).toBe(sha256Hex(signed.zip))
})
