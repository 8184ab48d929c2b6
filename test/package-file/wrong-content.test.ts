import { expect, test } from 'vitest'
import { bagFile } from '../../src-main/package-file/bag-file.ts'
import { canonicalJson } from '../../src-main/package-file/canonical-json.ts'
import { finishBag } from '../../src-main/package-file/finish-bag.ts'
import { manifestOf } from '../../src-main/package-file/manifest.ts'
import { openPackage } from '../../src-main/package-file/open-package.ts'
import { prepareBag } from '../../src-main/package-file/prepare-bag.ts'
import { signPackage } from '../../src-main/package-file/seal-package.ts'
import { verifyPackage } from '../../src-main/package-file/verify-package.ts'
import {
  aBagInput,
  anApplicationRecord,
  aPackageParty,
  firstRelease,
  received,
} from '../builders/a-package.ts'

import fc from 'fast-check'

const party = aPackageParty()
const options = { knownKeys: party.knownKeys, at: received }

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await openPackage(bytes, options)
    return 'opened'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

/** A package whose payload was changed and then closed and signed as it should be: only content can refuse it. */
function resigned(change: (path: string, text: string) => string): Uint8Array {
  const bag = finishBag(prepareBag(aBagInput([anApplicationRecord(1), anApplicationRecord(2)])), firstRelease)
  const data = bag.files
    .filter((file) => file.path.startsWith('data/'))
    .map((file) => bagFile(file.path, change(file.path, Buffer.from(file.bytes).toString('utf8'))))
  const oxum = `${data.reduce((sum, file) => sum + file.bytes.length, 0)}.${data.length}`
  const info = Buffer.from(bag.files[0]?.bytes ?? [])
    .toString()
    .replace(/Oxum: .*/, `Oxum: ${oxum}`)
  const tags = [
    bagFile('bag-info.txt', change('bag-info.txt', info)),
    bagFile('bagit.txt', change('bagit.txt', Buffer.from(bag.files[1]?.bytes ?? []).toString())),
    bagFile('manifest-sha256.txt', manifestOf(data)),
  ]
  const tagmanifest = bagFile('tagmanifest-sha256.txt', manifestOf(tags))
  const changed = { ...bag, files: [...tags, tagmanifest, ...data], tagmanifest }
  const signed = signPackage(changed, [
    { role: 'workstation', signer: party.workstation },
    { role: 'approver', signer: party.approver },
  ])
  return Buffer.concat(signed.parts)
}

test('a package closed and signed anew but not changed opens, so that the refusals below mean something', async () => {
  expect(await codeOf(resigned((_path, text) => text))).toBe('opened')
})

test.each([
  ['counts', /"rows":2/, '"rows":3', 'package.malformed'],
  ['total', /"totalFen":69712/, '"totalFen":69713', 'package.totals-differ'],
  ['an unknown field', /^\{/, '{"aaa":1,', 'package.malformed'],
  ['a header that is not canonical', /^\{/, '{ ', 'package.malformed'],
  ['another id', /"id":"0198/, '"id":"0199', 'package.malformed'],
  ['another kind', /"kind":"applications"/, '"kind":"receipt"', 'package.malformed'],
  ['a sequence of nought', /"sequence":1/, '"sequence":0', 'package.malformed'],
  ['a prototype for a field', /^\{/, '{"__proto__":{},', 'package.malformed'],
  ['no JSON', /^\{/, '', 'package.malformed'],
])('a header wrongly made but rightly signed is refused: %s', async (_what, pattern, replacement, code) => {
  const zip = resigned((path, text) =>
    path === 'data/package.json' ? text.replace(pattern, replacement) : text,
  )
  expect(await codeOf(zip)).toBe(code)
})

test.each([
  [
    'an amount the total does not know',
    (text: string) => text.replace('"amountFen":34856,"areaC', '"amountFen":34857,"areaC'),
    'package.totals-differ',
  ],
  [
    'a negative amount',
    (text: string) => text.replace('"amountFen":34856', '"amountFen":-1'),
    'package.malformed',
  ],
  [
    'a fraction of a fen',
    (text: string) => text.replace('"amountFen":34856', '"amountFen":34856.5'),
    'package.malformed',
  ],
  ['a line gone', (text: string) => text.slice(text.indexOf('\n') + 1), 'package.malformed'],
  ['a line twice', (text: string) => text + text.slice(text.indexOf('\n') + 1), 'package.malformed'],
  [
    'lines exchanged',
    (text: string) => `${text.trimEnd().split('\n').reverse().join('\n')}\n`,
    'package.malformed',
  ],
  ['no line end', (text: string) => text.trimEnd(), 'package.malformed'],
  [
    'a field said twice',
    (text: string) => text.replace('{"amountFen":34856', '{"amountFen":34856,"amountFen":34856'),
    'package.malformed',
  ],
  ['a day that is none', (text: string) => text.replace('2026-07-08', '2026-07-38'), 'package.malformed'],
  [
    'a village outside the batch',
    (text: string) => text.replace('141024101201', '141024101202'),
    'package.malformed',
  ],
])('records wrongly made but rightly signed are refused: %s', async (_what, change, code) => {
  expect(
    await codeOf(resigned((path, text) => (path === 'data/applications.jsonl' ? change(text) : text))),
  ).toBe(code)
})

test.each([
  ['bag-info.txt', 'External-Identifier: 0198', 'External-Identifier: 0199'],
  ['bag-info.txt', 'Payload-Oxum: ', 'Payload-Oxum: 1'],
  ['bagit.txt', 'BagIt-Version: 1.0', 'BagIt-Version: 2.0'],
])('a tag file that says otherwise is refused though rightly signed: %s %s', async (file, from, to) => {
  const zip = resigned((path, text) => (path === file ? text.replace(from, to) : text))
  const { checks } = await verifyPackage(zip, options)
  expect(checks.filter((check) => !check.ok)).toMatchObject([
    { name: 'bag-info', detail: expect.stringContaining(file) },
  ])
})

test('evidence under a name that is not its digest is refused', async () => {
  const zip = resigned((path, text) => (path.startsWith('data/evidence/') ? `${text}x` : text))
  expect(await codeOf(zip)).toBe('package.malformed')
})

test('any JSON as a header or record, rightly signed, is answered with a problem', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('data/package.json', 'data/applications.jsonl'),
      fc.jsonValue(),
      async (file, value) => {
        const text = `${value === null || typeof value !== 'object' ? JSON.stringify(value) : canonicalJson(value)}\n`
        expect(await codeOf(resigned((path, old) => (path === file ? text : old)))).toMatch(/^package\./)
      },
    ),
    { numRuns: 60 },
  )
})
