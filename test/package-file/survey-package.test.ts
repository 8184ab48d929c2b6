import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishBag } from '../../src-main/package-file/finish-bag.ts'
import { openPackage, openPackageOf } from '../../src-main/package-file/open-package.ts'
import { prepareBag } from '../../src-main/package-file/prepare-bag.ts'
import { aKnownKey, aSignedPackage, aPackageParty, received } from '../builders/a-package.ts'
import {
  aHouseholdRecord,
  anAssignmentBag,
  anEditRecord,
  aResultsBag,
  aSurveyBag,
  assignmentRecords,
  laptopSigner,
  officeSigner,
  resultsRecords,
  scan,
  signedBy,
} from '../builders/a-survey-package.ts'

const knownKeys = [
  aKnownKey(officeSigner, 'workstation', { owner: '办公室', kinds: ['survey-assignment'] }),
  aKnownKey(laptopSigner, 'workstation', { owner: '2 号外业笔记本', kinds: ['survey-results'] }),
]
const options = { knownKeys, at: received }
const first = { sequence: 1, previous: null, approvedBy: null }

/** Made once and kept: a package written by any version of this format must stay readable for ten years. */
const kept = (kind: string) => readFileSync(join(import.meta.dirname, `../fixtures/${kind}.ykt`))

describe.each([
  ['survey-assignment', anAssignmentBag, assignmentRecords],
  ['survey-results', aResultsBag, resultsRecords],
] as const)('the kept %s package', (kind, bag, records) => {
  it('opens and says what was put into it', async () => {
    const opened = await openPackageOf([kind], kept(kind), options)

    expect(opened.records).toEqual(records.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    expect(opened.signers.map(({ owner }) => owner)).toEqual([
      kind === 'survey-results' ? '2 号外业笔记本' : '办公室',
    ])
  })

  it('is rebuilt to the same tag manifest from the same input', async () => {
    const { tagmanifestSha256 } = await openPackage(kept(kind), options)

    expect(finishBag(prepareBag(bag()), first).tagmanifest.sha256).toBe(tagmanifestSha256)
  })
})

it('counts households to visit, people by ID number and land of the register', () => {
  expect(prepareBag(anAssignmentBag()).draft).toMatchObject({
    counts: { rows: 5, people: 1, households: 1, villages: 1, areaCentiMu: 520 },
    totalFen: null,
  })
  expect(prepareBag(aResultsBag()).draft.counts).toMatchObject({ rows: 5, households: 1, villages: 1 })
})

it('carries evidence under its digest', async () => {
  const { attachments } = await openPackageOf(['survey-results'], kept('survey-results'), options)

  expect(attachments.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([scan.toString()])
})

it('refuses a record with a field nobody knows, without one it needs, or of a type nobody knows', () => {
  const refusalOf = (record: object) => () =>
    prepareBag(aSurveyBag('survey-results', [record as (typeof resultsRecords)[number]]))

  expect(refusalOf({ ...anEditRecord(), more: 1 })).toThrow('package.malformed')
  expect(refusalOf({ ...anEditRecord(), editedAt: 'yesterday' })).toThrow('package.malformed')
  expect(refusalOf({ ...aHouseholdRecord(), members: [{ name: '张三' }] })).toThrow('package.malformed')
  expect(refusalOf({ type: 'constructor', id: anEditRecord().id })).toThrow('package.malformed')
  expect(refusalOf(anEditRecord({ supersedes: ['x'] }))).toThrow('package.malformed')
  expect(refusalOf(anEditRecord({ value: '\ud800' }))).toThrow('package.malformed')
})

it('refuses two records with one id', async () => {
  const { zip } = signedBy(
    laptopSigner,
    aSurveyBag('survey-results', [anEditRecord(), anEditRecord({ value: 'b' })]),
  )

  await expect(openPackage(zip, options)).rejects.toMatchObject({
    code: 'package.malformed',
    facts: { why: expect.stringContaining('record-order') },
  })
})

it('belongs to a programme and a year and has no batch, stage or money', () => {
  const refusalOf = (change: object) => () => prepareBag(aSurveyBag('survey-results', resultsRecords, change))

  expect(refusalOf({ programme: undefined })).toThrow('package.malformed')
  expect(refusalOf({ stage: 'amount' })).toThrow('package.malformed')
  const batch = { programme: 'NY01', period: '2026', villages: ['141024101201'], supplementary: false }
  expect(refusalOf({ batch })).toThrow('package.malformed')
})

it('lets a laptop send results only, and the office assignments only', async () => {
  const { zip } = signedBy(laptopSigner, anAssignmentBag())

  await expect(openPackage(zip, options)).rejects.toMatchObject({
    code: 'package.signer-not-allowed',
    facts: { owner: '2 号外业笔记本', why: 'kind' },
  })
})

it('refuses a good package of another kind by its name', async () => {
  const party = aPackageParty()
  const { zip } = aSignedPackage(party)

  await expect(
    openPackageOf(['survey-results'], zip, { ...options, knownKeys: party.knownKeys }),
  ).rejects.toMatchObject({ code: 'package.wrong-kind', facts: { kind: 'applications' } })
})
