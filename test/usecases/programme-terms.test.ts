import { readFile } from 'node:fs/promises'
import { Workbook } from '@cj-tech-master/excelts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { batchNumberOf } from '../../src-main/domain/batch-number.ts'
import { defaultSignOffChain, type ProgrammeTerms } from '../../src-main/domain/programme-terms.ts'
import { openPackage } from '../../src-main/package-file/open-package.ts'
import { openWithPassword } from '../../src-main/store/opening.ts'
import {
  applicationsOf,
  aRecipient,
  built,
  concluded,
  listInForce,
  period,
  readyToPost,
  released,
  terms,
} from '../builders/a-period.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { password } from '../builders/a-workstation.ts'
import { anOffice, refusalOf, somebodyLimited, windowOf, type AnOffice } from '../builders/an-office.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

async function inForce(change: Partial<ProgrammeTerms>): Promise<void> {
  await listInForce(office)
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: { ...terms, ...change } })
  await office.reviewer.programme.activate({ termsId })
}

test('payments that go on after a death need a number of months before anybody can put the terms in force', async () => {
  await expect(inForce({ deathConsequence: 'extend-months' })).rejects.toMatchObject({
    data: { code: 'programme.terms-incomplete', facts: { missing: ['延发月数'] } },
  })
  await inForce({ deathConsequence: 'extend-months', extendMonths: 3 })

  const { terms: active } = (await office.clerk.programme.list({ year: 2026 })).find(
    ({ programmeCode }) => programmeCode === 'NY01',
  )!
  expect(active).toMatchObject({ deathConsequence: 'extend-months', extendMonths: 3 })
})

test('terms are put in force by nobody whose programmes they are not of', async () => {
  await listInForce(office)
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms })
  const elsewhere = await somebodyLimited(office, 'disabled', { role: 'reviewer', programmeCode: 'MZ05' })
  const here = await somebodyLimited(office, 'farmland', { role: 'reviewer', programmeCode: 'NY01' })

  expect(await refusalOf(elsewhere.programme.activate({ termsId }))).toBe('record.not-found')
  expect(await refusalOf(here.programme.activate({ termsId }))).toBe('not refused')
})

test('a death within the months is a hint, one before them blocks', async () => {
  await inForce({ deathConsequence: 'extend-months', extendMonths: 3 })
  const [lately, longAgo] = [aRollPerson(1), aRollPerson(2)]
  const dead = [
    `${lately.name},${lately.idNumber},2026-03-30`,
    `${longAgo.name},${longAgo.idNumber},2026-03-29`,
  ]
  await office.importList({
    kind: 'deceased',
    bytes: ['姓名,身份证号,死亡日期', ...dead].join('\n'),
    name: '死亡.csv',
  })
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([lately, longAgo]), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)

  const severities = (await applicationsOf(office)).map(({ name, findings }) => [
    name,
    findings.find(({ check }) => check === 'C01')?.severity,
  ])
  expect(severities).toEqual([
    [lately.name, 'hint'],
    [longAgo.name, 'block'],
  ])
})

test('terms that say nothing of a chain get the usual one; a chain needs at least one step', async () => {
  await inForce({})
  const [listed] = (await office.clerk.programme.list({ year: 2026 })).filter(({ terms }) => terms !== null)

  expect(listed?.terms?.signOffChain).toEqual(defaultSignOffChain)
  const none = office.clerk.programme.enterTerms({ ...period, terms: { ...terms, signOffChain: [] } })
  expect(await refusalOf(none)).not.toBe('not refused')
})

test('terms kept before there were chains stay in force and readable', async () => {
  await inForce({})
  await office.core.close()
  await dropFromStoredTerms(['signOffChain', 'extendMonths'])

  const clerk = await windowOf(office.reopen(), 'clerk')
  const [listed] = (await clerk.programme.list({ year: 2026 })).filter(({ terms }) => terms !== null)

  expect(listed?.terms).toMatchObject({
    rateYuan: '67.03',
    signOffChain: defaultSignOffChain,
    extendMonths: 0,
  })
})

test('the village sheet that leaves with a batch ends with its number and the programme’s places to sign', async () => {
  const chain = ['驻村干部核实', '农技站初审', '分管镇长签批']
  await readyToPost(office, [aRollPerson(1)])
  await inForce({ signOffChain: chain })
  await runJob(office.reviewer, 'review.check', period)
  await concluded(office)
  const recipient = await aRecipient(office)
  const packageId = await built(office, recipient)
  const { file } = await released(office, packageId)
  const bytes = await readFile((await office.core.files.take(file.token)).path)
  const at = office.clock.now().toISOString()
  const opened = await openPackage(bytes, { identity: recipient.identity, knownKeys: 'none', at })

  const book = new Workbook()
  await book.xlsx.load(opened.summary as never)
  const sheet = book.worksheets[0]!
  const last = String(sheet.getCell(sheet.rowCount, 1).value)

  expect(sheet.name).toBe('分村汇总表')
  expect(last).toMatch(new RegExp(`^批次号：${batchNumberOf(packageId)}`))
  expect(last.match(/[^\s　：]+(?=：＿)/g)).toEqual(chain)
})

/** What the file looks like that an earlier version of the program wrote. */
async function dropFromStoredTerms(fields: readonly string[]): Promise<void> {
  const now = office.clock.now()
  const { store } = await openWithPassword(office.folder, 'clerk', password, { now, N: 2 ** 4 })
  await store.inTransaction(async (writer) => {
    const rows = await writer.selectFrom('programmeTerms').select(['id', 'terms']).execute()
    for (const { id, terms: stored } of rows) {
      const kept = Object.entries(JSON.parse(stored) as object).filter(([name]) => !fields.includes(name))
      const older = JSON.stringify(Object.fromEntries(kept))
      await writer.updateTable('programmeTerms').set({ terms: older }).where('id', '=', id).execute()
    }
  })
  await store.close()
}
