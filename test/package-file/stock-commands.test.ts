import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import { sealPackage } from '../../src-main/package-file/seal-package.ts'
import {
  aBagInput,
  anApplicationRecord,
  aPackageParty,
  aSignedPackage,
  packageId,
} from '../builders/a-package.ts'

const folder = mkdtempSync(join(tmpdir(), 'stock-commands-'))
afterAll(() => rmSync(folder, { recursive: true }))

const party = aPackageParty()
const keys = await makeIdentity()
const records = Array.from({ length: 200 }, (_, line) => anApplicationRecord(line + 1))
const sealed = await sealPackage(aSignedPackage(party, aBagInput(records)), { recipients: [keys.recipient] })
writeFileSync(join(folder, 'p.ykt.age'), sealed.bytes)
writeFileSync(join(folder, 'recipient.key'), keys.identity)

/** The commands as an auditor types them, one after another in a shell that stops at the first failure. */
function auditor(...commands: readonly string[]): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], { cwd: folder }).toString()
}

const open = 'rm -rf p.ykt */; age -d -i recipient.key p.ykt.age > p.ykt && unzip -q p.ykt'
const verify = (label: string) =>
  `openssl pkeyutl -verify -rawin -digest sm3 -pkeyopt distid:1234567812345678 -pubin \
  -inkey signatures/${label}.pub.pem -in tagmanifest-sha256.txt -sigfile signatures/${label}.sig`

test('the four stock commands open and prove a package without our program', () => {
  const said = auditor(
    open,
    `cd ${packageId}`,
    'sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt',
    verify('1-workstation'),
    verify('2-approver'),
  )
  expect(said.match(/Signature Verified Successfully/g)).toHaveLength(2)
  expect(said.match(/: OK/g)).toHaveLength(3 + 4)
})

test('the fingerprint to compare with the printed directory is the one our directory holds', () => {
  const fingerprint = `openssl pkey -pubin -in signatures/1-workstation.pub.pem -outform DER | sha256sum`
  expect(auditor(open, `cd ${packageId}`, fingerprint).slice(0, 64)).toBe(party.workstation.fingerprint)
})

test('the stock commands notice one changed letter', () => {
  const change = `sed -i 's/张三/张四/' data/applications.jsonl`
  expect(() => auditor(open, `cd ${packageId}`, change, 'sha256sum -c manifest-sha256.txt 2>&1')).toThrow()
})

test('the digest the package is known by is the tag manifest’s', () => {
  expect(auditor(open, `sha256sum ${packageId}/tagmanifest-sha256.txt`).slice(0, 64)).toBe(
    sealed.tagmanifestSha256,
  )
})
