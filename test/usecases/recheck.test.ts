import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { applicationsOf, aRecipient, concluded, period, readyToPost, terms } from '../builders/a-period.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
const people = Array.from({ length: 8 }, (_, index) => aRollPerson(index + 1))
const freezing = { ...period, villageCodes: [gantingCode] }

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await readyToPost(office, people)
  await inForce({ percent: 20, perVillage: 1, among: 'all', kin: false })
})
afterEach(() => office.remove())

test('a notice waits until the sample is drawn and every record of it was looked at again', async () => {
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('gate.rechecks-open')
  expect(await office.reviewer.review.drawRechecks(period)).toEqual({ drawn: 2 })
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('gate.rechecks-open')
  const [first, second] = (await shown()).records
  await record(first!)
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('gate.rechecks-open')
  await record(second!)

  expect((await shown()).records.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
  const { made, lines } = await runJob(office.clerk, 'publicity.freeze', freezing)
  expect({ made, lines }).toEqual({ made: 1, lines: 8 })
  expect((await shown()).records.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
})

test('an auditor draws the same sample with stock tools from what was recorded', async () => {
  await office.reviewer.review.drawRechecks(period)
  const { draws, records } = await shown()
  const { seed, candidates, candidatesDigest, size, isSame } = await office.reviewer.review.redraw({
    drawId: draws[0]!.drawId,
  })
  const list = candidates.map((id) => `${id}\n`).join('')
  const ranked = `while read id; do echo "$(printf '%s:%s' ${seed} $id | sha256sum | cut -c1-64) $id"; done | sort | head -${String(size)} | cut -d' ' -f2`
  const drawn = shell(ranked, list).trim().split('\n')

  expect(isSame).toBe(true)
  expect(candidates).toHaveLength(8)
  expect(shell('sha256sum | cut -c1-64', list).trim()).toBe(candidatesDigest)
  expect(drawn.toSorted()).toEqual(records.map(({ applicationId }) => applicationId).toSorted())
})

test('nobody draws a second time from the same records; what is approved later is drawn among itself', async () => {
  const [late] = await applicationsOf(office)
  const { applicationId, version } = late!
  const sentBack = { applicationId, version, decision: 'return' as const, reason: '面积待核' }
  const returned = await office.reviewer.review.decide(sentBack)
  await office.reviewer.review.drawRechecks(period)
  expect(await refusalOf(office.reviewer.review.drawRechecks(period))).toBe('review.nothing-to-draw')
  await throughReviewAgain(applicationId, returned.version)

  expect((await shown()).undrawn).toBe(1)
  expect(await office.reviewer.review.drawRechecks(period)).toEqual({ drawn: 1 })
  expect((await shown()).draws.map(({ candidates, size }) => [candidates, size])).toEqual([
    [7, 2],
    [1, 1],
  ])
})

test('neither who entered a record nor who passed it looks at it again, and not without evidence', async () => {
  await office.reviewer.review.drawRechecks(period)
  const [drawn] = (await shown()).records
  expect(await refusalOf(record(drawn!, 'confirmed', office.clerk))).toBe('review.recheck-own')
  expect(await refusalOf(record(drawn!, 'confirmed', office.reviewer))).toBe('review.recheck-own')
  expect(
    await refusalOf(office.approver.review.recordRecheck({ ...said(drawn!), fileToken: 'none' })),
  ).not.toBe('not refused')
  const tomorrow = { ...said(drawn!), doneOn: '2099-01-01', fileToken: 'none' }
  expect(await refusalOf(office.approver.review.recordRecheck(tomorrow))).toBe('input.invalid')
  expect(await refusalOf(record({ ...drawn!, version: 99 }))).toBe('record.stale')
  expect(await refusalOf(record(drawn!))).toBe('not refused')
  expect((await shown(office.clerk)).records[0]).toMatchObject({ mayRecord: false, isConcerned: true })
})

test('a contradiction blocks, is not taken back, and ends only through the review and another look', async () => {
  await office.reviewer.review.drawRechecks(period)
  const [first, second] = (await shown()).records
  await record(second!)
  await record(first!, 'contradicted')
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('gate.rechecks-open')
  expect(await refusalOf(record(first!))).toBe('review.recheck-contradicted')

  const { applicationId, version } = first!
  const sentBack = { applicationId, version, decision: 'return' as const, reason: '复核不一致' }
  const returned = await office.reviewer.review.decide(sentBack)
  expect(await stateOf(applicationId)).toBe('not-due')
  await throughReviewAgain(applicationId, returned.version)
  expect(await stateOf(applicationId)).toBe('open')
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('gate.rechecks-open')
  const again = (await shown()).records.find((one) => one.applicationId === applicationId)!
  await record(again)
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('not refused')
})

test('what is found otherwise after the notice hung keeps the record, and its village, from leaving', async () => {
  await office.reviewer.review.drawRechecks(period)
  for (const one of (await shown()).records) await record(one)
  await concluded(office)
  const { recipientId } = await aRecipient(office)
  const [first] = (await shown()).records
  await record(first!, 'contradicted')
  expect(await jobRefusal(office.clerk, 'package.build', { ...period, recipientId })).toBe(
    'gate.rechecks-open',
  )
})

test('the evidence is read by those of the programme, and draws of another programme are nobody else’s', async () => {
  await office.reviewer.review.drawRechecks(period)
  const { records, draws } = await shown()
  const { applicationId } = records[0]!
  expect(await refusalOf(office.reviewer.review.recheckFile({ applicationId }))).toBe('record.not-found')
  await record(records[0]!)
  const elsewhere = await somebodyLimited(office, 'other', { role: 'reviewer', programmeCode: 'MZ05' })

  expect(await office.reviewer.review.recheckFile({ applicationId })).toMatchObject({
    name: '抽查复核证据.jpg',
  })
  expect(await refusalOf(elsewhere.review.recheckFile({ applicationId }))).toBe('record.not-found')
  expect(await refusalOf(elsewhere.review.redraw({ drawId: draws[0]!.drawId }))).toBe('record.not-found')
  expect(await refusalOf(elsewhere.review.rechecks(period))).toBe('permission.denied')
})

test('terms that ask for none let everything pass', async () => {
  await inForce({ percent: 0, perVillage: 0, among: 'all', kin: false })
  expect(await refusalOf(office.reviewer.review.drawRechecks(period))).toBe('review.nothing-to-draw')
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('not refused')
})

function shown(by = office.approver) {
  return by.review.rechecks(period)
}

async function stateOf(applicationId: string) {
  return (await shown()).records.find((one) => one.applicationId === applicationId)?.state
}

type Drawn = Awaited<ReturnType<typeof shown>>['records'][number]

function said({ applicationId, version }: Drawn, outcome: 'confirmed' | 'contradicted' = 'confirmed') {
  const statement = '入户看过，与申报一致'
  return { applicationId, version, outcome, mode: 'on-site' as const, doneOn: '2026-07-01', statement }
}

async function record(drawn: Drawn, outcome?: 'confirmed' | 'contradicted', by = office.approver) {
  const fileToken = await office.handIn('照片.png', await readFile(photo))
  return by.review.recordRecheck({ ...said(drawn, outcome), fileToken })
}

async function throughReviewAgain(applicationId: string, version: number): Promise<void> {
  await office.clerk.application.correct({ applicationId, version, unchanged: true, reason: '已核对无误' })
  await runJob(office.reviewer, 'review.check', period)
  await runJob(office.reviewer, 'review.approve-clean', period)
}

async function inForce(recheck: typeof terms.recheck): Promise<void> {
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: { ...terms, recheck } })
  await office.reviewer.programme.activate({ termsId })
  await runJob(office.reviewer, 'review.check', period)
}

function shell(command: string, input: string): string {
  return execFileSync('sh', ['-c', command], { input, encoding: 'utf8' })
}
