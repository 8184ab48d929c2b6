import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Workbook } from '@cj-tech-master/excelts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import {
  applicationsOf,
  concluded,
  period,
  posted,
  readyToPost,
  terms,
  versionOf,
} from '../builders/a-period.ts'
import { openWithPassword } from '../../src-main/store/opening.ts'
import { password } from '../builders/a-workstation.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'

/** Five mu each: 335.15 by last year's 67.03, 350.00 by 70. */
const people = [aRollPerson(1), aRollPerson(2), aRollPerson(3, { village: '士师村' })]
let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await readyToPost(office, people)
})
afterEach(() => office.remove())

/** A new version of the terms, entered by one person and put in force by another. */
async function standard(rateYuan: string): Promise<void> {
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: { ...terms, rateYuan } })
  await office.reviewer.programme.activate({ termsId })
}
const preview = () => runJob(office.clerk, 'application.recompute', period)
const take = async () =>
  runJob(office.clerk, 'application.recompute', { ...period, expected: (await preview()).seen })
const amounts = async () =>
  (await applicationsOf(office)).map(({ amountFen, status }) => `${amountFen} ${status}`)

test('a changed standard is shown village by village and line by line before anything changes, then taken once', async () => {
  expect((await office.reviewer.review.overview(period)).otherStandard).toBe(0)
  await standard('70')
  expect((await office.reviewer.review.overview(period)).otherStandard).toBe(3)

  const shown = await preview()

  expect(shown).toMatchObject({ rows: 3, beforeFen: 100_545, afterFen: 105_000, isTaken: false, notices: [] })
  expect(shown.villages).toEqual([
    { villageName: '甘亭村', rows: 2, beforeFen: 67_030, afterFen: 70_000 },
    { villageName: '士师村', rows: 1, beforeFen: 33_515, afterFen: 35_000 },
  ])
  expect(await amounts()).toEqual(Array(3).fill('33515 approved'))

  expect(await take()).toMatchObject({ rows: 3, isTaken: true })
  expect(await amounts()).toEqual(Array(3).fill('35000 approved'))
  expect(await preview()).toMatchObject({ rows: 0, beforeFen: 0, afterFen: 0 })
  expect(await office.reviewer.review.overview(period)).toMatchObject({
    otherStandard: 0,
    checksOutdated: true,
  })
})

test('the list holds every line with both amounts, and no whole number of anybody', async () => {
  await standard('70')
  const { file } = await preview()
  const bytes = await readFile((await office.core.files.take(file.token)).path)
  const book = new Workbook()
  await book.xlsx.load(bytes)
  const text = JSON.stringify(book.worksheets[0]!.getSheetValues())

  for (const { name, idNumber } of people) {
    expect(text).toContain(name)
    expect(text).toContain(idNumber.slice(-4))
    expect(text).not.toContain(idNumber)
  }
  expect(text).toContain('335.15')
  expect(text).toContain('350')
})

test('is not taken where the list is another than the one that was seen', async () => {
  await standard('70')
  const { seen } = await preview()
  await standard('71')
  expect(await jobRefusal(office.clerk, 'application.recompute', { ...period, expected: seen })).toBe(
    'record.stale',
  )
  expect(await amounts()).toEqual(Array(3).fill('33515 approved'))
})

test('both versions stay: the history of a record says what it was, and why it changed', async () => {
  await standard('70')
  await take()
  await office.core.close()
  const now = new Date('2026-07-01T01:00:00Z')
  const { store } = await openWithPassword(office.folder, 'clerk', password, { now, N: 2 ** 4 })
  const kept = await store.reader
    .selectFrom('valueChange')
    .select(['oldValue', 'newValue', 'reason'])
    .where('entity', '=', 'application')
    .where('field', '=', 'amountFen')
    .execute()
  await store.close()

  const one = { oldValue: '33515', newValue: '35000', reason: '按现行标准 70 元重算（条款第 2 版）' }
  expect(kept).toEqual([one, one, one])
})

describe('a notice', () => {
  test('that still hangs is named, cannot be concluded, and is posted again after it was taken down', async () => {
    const { publicityId } = await posted(office, [gantingCode])
    await standard('70')
    const { notices, returned } = await take()
    expect({ notices: notices.length, returned }).toEqual({ notices: 1, returned: 0 })

    const withdrawn = { publicityId, version: await versionOf(office, publicityId), reason: '标准变动' }
    await office.clerk.publicity.withdraw(withdrawn)
    expect((await amounts()).filter((one) => one === '35000 approved')).toHaveLength(3)
    await runJob(office.reviewer, 'review.check', period)
    const { lines, totals } = await runJob(office.clerk, 'publicity.freeze', {
      ...period,
      villageCodes: [gantingCode],
    })
    expect({ lines, amountFen: totals.amountFen }).toEqual({ lines: 2, amountFen: 70_000 })
  })

  test('whose days are over sends its lines back to be reviewed and posted again', async () => {
    await concluded(office, [gantingCode])
    await standard('70')
    expect(await take()).toMatchObject({ returned: 2 })
    expect((await amounts()).toSorted()).toEqual(['35000 approved', '35000 returned', '35000 returned'])
  })
})
