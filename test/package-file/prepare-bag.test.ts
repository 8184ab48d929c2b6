import { expect, test } from 'vitest'
import { sha256Hex } from '../../src-main/crypto/digest.ts'
import { finishBag } from '../../src-main/package-file/finish-bag.ts'
import { prepareBag } from '../../src-main/package-file/prepare-bag.ts'
import { bytesOfPreparedBag, preparedBagOfBytes } from '../../src-main/package-file/prepared-bag-bytes.ts'
import { signPackage } from '../../src-main/package-file/seal-package.ts'
import { aBagInput, anApplicationRecord, aPackageParty, firstRelease } from '../builders/a-package.ts'

const input = aBagInput([anApplicationRecord(2), anApplicationRecord(1), anApplicationRecord(3)])
const party = aPackageParty()

test('the same input gives the same tag manifest, whatever order the records come in', () => {
  const reordered = { ...input, records: input.records.toReversed() }
  const [first, again] = [
    finishBag(prepareBag(input), firstRelease),
    finishBag(prepareBag(reordered), firstRelease),
  ]
  expect(again.tagmanifest.sha256).toBe(first.tagmanifest.sha256)
})

test('another record, evidence, sequence or audit head gives another tag manifest', () => {
  const digests = [
    finishBag(prepareBag(input), firstRelease),
    finishBag(prepareBag({ ...input, records: input.records.slice(1) }), firstRelease),
    finishBag(prepareBag({ ...input, attachments: [] }), firstRelease),
    finishBag(prepareBag(input), { ...firstRelease, sequence: 2, previous: 'b'.repeat(64) }),
    finishBag(prepareBag({ ...input, header: { ...input.header, auditHead: 'b'.repeat(64) } }), firstRelease),
  ].map((bag) => bag.tagmanifest.sha256)
  expect(new Set(digests).size).toBe(digests.length)
})

test('a prepared bag kept as bytes and read again finishes to the same package', () => {
  const prepared = prepareBag(input)
  const kept = preparedBagOfBytes(bytesOfPreparedBag(prepared))
  expect(finishBag(kept, firstRelease).tagmanifest.sha256).toBe(
    finishBag(prepared, firstRelease).tagmanifest.sha256,
  )
  expect(sha256Hex(bytesOfPreparedBag(kept))).toBe(sha256Hex(bytesOfPreparedBag(prepared)))
})

test('a prepared bag says nothing of sequence, predecessor or approver', () => {
  const { draft } = prepareBag(input)
  for (const field of ['sequence', 'previous', 'approvedBy']) expect(draft).not.toHaveProperty(field)
})

test('counts and total are counted from the records, each by its own measure', () => {
  const first = anApplicationRecord(1)
  const sameHousehold = anApplicationRecord(2, { householdNo: first.householdNo })
  const samePerson = anApplicationRecord(3, { beneficiary: first.beneficiary, householdNo: null })
  const { draft } = prepareBag(aBagInput([first, sameHousehold, samePerson]))
  expect(draft.counts).toEqual({ rows: 3, people: 2, households: 2, villages: 1, areaCentiMu: 1560 })
  expect(draft.totalFen).toBe(3 * 34856)
})

test('an area stage has no total and no amounts', () => {
  const none = { quantityCenti: 520, amountFen: null }
  const line = anApplicationRecord(1, {
    amountFen: null,
    rateYuan: null,
    figures: { applied: none, reviewed: none },
  })
  const area = { ...input, header: { ...input.header, stage: 'area' as const } }
  expect(prepareBag({ ...area, records: [line] }).draft.totalFen).toBeNull()
  expect(() => prepareBag({ ...area, records: [anApplicationRecord()] })).toThrow('package.malformed')
  expect(() => prepareBag({ ...input, records: [line] })).toThrow('package.malformed')
})

test('a village outside the batch is not packed', () => {
  const stray = anApplicationRecord(1, { villageCode: '141024101999' })
  expect(() => prepareBag(aBagInput([stray]))).toThrow('package.malformed')
})

test('the same photo attached twice is one file', () => {
  const photo = { extension: 'jpg', bytes: Buffer.from('photo') }
  const evidence = prepareBag({ ...input, attachments: [photo, photo] }).payload.filter((file) =>
    file.path.endsWith('.jpg'),
  )
  expect(evidence).toHaveLength(1)
})

test('a sequence begins at 1 without a predecessor and goes on with one', () => {
  const prepared = prepareBag(input)
  for (const wrong of [
    { sequence: 0, previous: null },
    { sequence: 2, previous: null },
    { sequence: 1, previous: 'b'.repeat(64) },
    { sequence: 1.5, previous: null },
  ]) {
    expect(() => finishBag(prepared, { ...firstRelease, ...wrong })).toThrow('package.malformed')
  }
  expect(() => finishBag(prepared, { ...firstRelease, approvedBy: null })).toThrow('package.malformed')
})

test('one key cannot sign as machine and as approver, and none may be missing', () => {
  const bag = finishBag(prepareBag(input), firstRelease)
  const { workstation } = party
  const once = [{ role: 'workstation', signer: workstation }] as const
  expect(() => signPackage(bag, [...once, { role: 'approver', signer: workstation }])).toThrow()
  expect(() => signPackage(bag, once)).toThrow()
  expect(() => signPackage(bag, [...once, { role: 'issuer', signer: party.approver }])).toThrow()
})
