import { expect, test } from 'vitest'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import type { KnownKey } from '../../src-main/package-file/known-key.ts'
import { openPackage } from '../../src-main/package-file/open-package.ts'
import { sealPackage } from '../../src-main/package-file/seal-package.ts'
import { verifyPackage } from '../../src-main/package-file/verify-package.ts'
import {
  aBagInput,
  aKnownKey,
  anApplicationRecord,
  aPackageParty,
  aSignedPackage,
  packageId,
  received,
} from '../builders/a-package.ts'

const party = aPackageParty()
const input = aBagInput([anApplicationRecord(1), anApplicationRecord(2)])
const signed = aSignedPackage(party, input)
const options = { knownKeys: party.knownKeys, at: received }

function withKey(change: Partial<KnownKey>): readonly KnownKey[] {
  return [aKnownKey(party.workstation, 'workstation'), aKnownKey(party.approver, 'approver', change)]
}

test('a package comes back as it was put in, with its signers by name', async () => {
  const opened = await openPackage(signed.zip, options)
  expect(opened.records).toEqual(input.records)
  expect(opened.header).toMatchObject({ id: packageId, kind: 'applications', totalFen: 69712, sequence: 1 })
  expect(opened.signers.map((signer) => signer.owner)).toEqual(['workstation', 'approver'])
  expect(opened.attachments.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['%PDF-1.7 notice'])
  expect(opened.tagmanifestSha256).toBe(signed.tagmanifestSha256)
})

test('an encrypted package opens for its recipient, and is not for anybody else', async () => {
  const [department, stranger] = [await makeIdentity(), await makeIdentity()]
  const { bytes } = await sealPackage(signed, { recipients: [department.recipient] })
  expect((await openPackage(bytes, { ...options, identity: department.identity })).records).toHaveLength(2)
  const refused = { code: 'package.not-for-us' }
  await expect(openPackage(bytes, { ...options, identity: stranger.identity })).rejects.toMatchObject(refused)
  await expect(openPackage(bytes, options)).rejects.toMatchObject(refused)
})

test('a package under a passphrase opens with it', async () => {
  const { bytes } = await sealPackage(signed, { passphrase: '另行告知的口令' })
  expect((await openPackage(bytes, { ...options, passphrase: '另行告知的口令' })).records).toHaveLength(2)
})

test('a signer the directory does not know is refused, though the signature is right', async () => {
  const knownKeys = aPackageParty().knownKeys
  await expect(openPackage(signed.zip, { ...options, knownKeys })).rejects.toMatchObject({
    code: 'package.unknown-signer',
  })
})

test.each([
  ['role', { role: 'issuer' }],
  ['not-yet-valid', { validFrom: '2026-07-21' }],
  ['expired', { validTo: '2026-07-19' }],
  ['revoked', { revokedAt: '2026-07-20T08:59:59+08:00' }],
  ['kind', { kinds: ['receipt'] }],
  ['programme', { programmes: ['DB01'] }],
] satisfies [string, Partial<KnownKey>][])(
  'a known key that may not sign this is refused: %s',
  async (why, change) => {
    const refusal = openPackage(signed.zip, { ...options, knownKeys: withKey(change) })
    await expect(refusal).rejects.toMatchObject({ code: 'package.signer-not-allowed', facts: { why } })
  },
)

test('a key is valid through its last day and until the instant it is revoked', async () => {
  const knownKeys = withKey({
    validFrom: '2026-07-20',
    validTo: '2026-07-20',
    revokedAt: '2026-07-20T09:00:01+08:00',
  })
  expect((await openPackage(signed.zip, { ...options, knownKeys })).header.id).toBe(packageId)
})

test('a demonstration is refused where real packages are received', async () => {
  await expect(openPackage(signed.zip, { ...options, refuseDemonstration: true })).rejects.toMatchObject({
    code: 'package.demonstration-refused',
  })
})

test('a package over the limit is refused before it is opened', async () => {
  const refusal = (limits: { maxBytes: number; maxMembers: number }) =>
    openPackage(signed.zip, { ...options, limits })
  await expect(refusal({ maxBytes: 1000, maxMembers: 100 })).rejects.toMatchObject({
    facts: { why: 'too-large' },
  })
  await expect(refusal({ maxBytes: 1e6, maxMembers: 3 })).rejects.toMatchObject({
    facts: { why: 'too-many-members' },
  })
})

test('a verification names every check and agrees with opening', async () => {
  const verification = await verifyPackage(signed.zip, options)
  expect(verification.ok).toBe(true)
  expect(verification.header?.id).toBe(packageId)
  expect(verification.checks.map((check) => check.name)).toEqual([
    'envelope',
    'container',
    'members',
    'signature 1-workstation',
    'signature 2-approver',
    'two signers',
    'tagmanifest',
    'manifest',
    'header',
    'bag-info',
    'permission',
    'records',
    'batch',
    'counts',
    'total',
  ])
})

test('without a directory a verification proves the package whole and says it compared no keys', async () => {
  const verification = await verifyPackage(signed.zip, { knownKeys: 'none', at: received })
  expect(verification).toMatchObject({ ok: true, comparedWithDirectory: false })
  expect(verification.signers.map((signer) => signer.fingerprint)).toEqual([
    party.workstation.fingerprint,
    party.approver.fingerprint,
  ])
})

test('a failing verification says what failed and shows nothing that is not proven', async () => {
  const verification = await verifyPackage(signed.zip, {
    ...options,
    knownKeys: withKey({ revokedAt: '2026-07-01' }),
  })
  expect(verification).toMatchObject({ ok: false, header: null, tagmanifestSha256: null })
  expect(verification.checks.filter((check) => !check.ok).map((check) => check.name)).toEqual([
    'signature 2-approver',
  ])
  expect(verification.checks.at(-1)?.name).toBe('manifest')
})
