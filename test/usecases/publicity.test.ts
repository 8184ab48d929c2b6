import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, jobRefusal, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import {
  addPhoto,
  applicationsOf,
  concluded,
  period,
  post,
  posted,
  readyToPost,
  settings,
  statedFor,
  submitted,
  terms,
  versionOf,
} from '../builders/a-period.ts'
import { aRollPerson, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { openWithPassword } from '../../src-main/store/opening.ts'
import { password } from '../builders/a-workstation.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const people = [aRollPerson(1), aRollPerson(2, { areaMu: 2.25 })]
const dayInMinutes = 24 * 60

describe('freezing a notice', () => {
  const freezing = () => jobRefusal(office.clerk, 'publicity.freeze', period)

  test('waits for what every notice must print', async () => {
    await submitted(office, people)
    await runJob(office.reviewer, 'review.approve-clean', period)
    await statedFor(office, gantingCode)

    expect(await freezing()).toBe('publicity.setting-missing')
    await office.clerk.setting.save({ values: settings })
    expect(await freezing()).toBe('not refused')
  })

  test('waits for the village’s statement', async () => {
    await submitted(office, people)
    await runJob(office.reviewer, 'review.approve-clean', period)
    await office.clerk.setting.save({ values: settings })

    expect(await freezing()).toBe('gate.verification-missing')
  })

  test('waits for every record of the village to be decided', async () => {
    await readyToPost(office, people)
    await office.importList({
      kind: 'deceased',
      bytes: '姓名,身份证号,死亡日期\n某某,142625195807189121,2026-01-01\n',
      name: '死亡.csv',
    })
    const [first] = await applicationsOf(office)
    await runJob(office.reviewer, 'review.check', period)
    await office.reviewer.review.decide({
      applicationId: first!.applicationId,
      version: first!.version,
      decision: 'return',
      reason: '复核',
    })
    const { version } = (await applicationsOf(office))[0]!
    await office.clerk.application.correct({
      applicationId: first!.applicationId,
      version,
      areaCentiMu: 400,
      reason: '丈量',
    })

    expect(await freezing()).toBe('publicity.not-yet-reviewed')
  })

  test('takes only the villages asked for, and none when one of them has nothing to post', async () => {
    await readyToPost(office, people)
    await statedFor(office, shishiCode)
    const villageCodes = [gantingCode, shishiCode]

    expect(await jobRefusal(office.clerk, 'publicity.freeze', { ...period, villageCodes })).toBe(
      'publicity.nothing-to-post',
    )
    expect((await office.clerk.publicity.list(period)).rows).toEqual([])
  })
})

describe('concluding', () => {
  async function conclude(publicityId: string) {
    const version = await versionOf(office, publicityId)
    return office.clerk.publicity.conclude({ publicityId, version })
  }

  test('is refused before the last counted day is over, and not a day longer', async () => {
    await readyToPost(office, people)
    const { publicityId } = await posted(office)
    await addPhoto(office, publicityId)

    office.clock.move(7 * dayInMinutes)
    expect(await refusalOf(conclude(publicityId))).toBe('publicity.still-open')
    office.clock.move(dayInMinutes)
    expect(await refusalOf(conclude(publicityId))).toBe('not refused')
    expect((await applicationsOf(office)).map(({ status }) => status)).toEqual(['publicized', 'publicized'])
  })

  test('is refused without evidence of the posting', async () => {
    await readyToPost(office, people)
    const { publicityId } = await posted(office)
    office.clock.move(8 * dayInMinutes)

    expect(await refusalOf(conclude(publicityId))).toBe('publicity.evidence-missing')
  })

  test('is refused on a clock that went back', async () => {
    await readyToPost(office, people)
    const { publicityId } = await posted(office)
    await addPhoto(office, publicityId)
    office.clock.move(20 * dayInMinutes)
    await office.clerk.setting.save({ values: { email: 'later@example.invalid' } })

    office.clock.move(-10 * dayInMinutes)

    expect(await refusalOf(conclude(publicityId))).toBe('clock.went-back')
  })

  test('is refused when what hangs on the wall is no longer what the records say', async () => {
    await readyToPost(office, people)
    const { publicityId } = await posted(office)
    await addPhoto(office, publicityId)
    office.clock.move(8 * dayInMinutes)
    await office.core.close()
    await raisePostedAmounts()

    const clerk = await windowOf(office.reopen(), 'clerk')
    const { version } = await clerk.publicity.get({ publicityId })

    expect(await refusalOf(clerk.publicity.conclude({ publicityId, version }))).toBe(
      'publicity.changed-since-frozen',
    )
  })

  test('is refused to whoever has read an older state', async () => {
    await readyToPost(office, people)
    const { publicityId, version } = await posted(office)
    await post(office, publicityId)

    expect(await refusalOf(office.clerk.publicity.conclude({ publicityId, version }))).toBe('record.stale')
  })

  /** What somebody with the key and other tools could do. */
  async function raisePostedAmounts() {
    const now = office.clock.now()
    const { store } = await openWithPassword(office.folder, 'clerk', password, { now, N: 2 ** 4 })
    await store.inTransaction(async (writer) => {
      await writer
        .updateTable('publicityLine')
        .set((e) => ({ amountFen: e('amountFen', '+', 1) }))
        .execute()
    })
    await store.close()
  }
})

describe('posting', () => {
  test('cannot be on a day still to come', async () => {
    await readyToPost(office, people)
    const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', period)

    expect(await refusalOf(post(office, publicityIds[0]!, '2026-07-02'))).toBe(
      'publicity.posting-day-in-future',
    )
    expect(await post(office, publicityIds[0]!, '2026-07-01')).toMatchObject({ lastDay: '2026-07-08' })
  })

  test('cannot be on a day before the list was frozen', async () => {
    await readyToPost(office, people)
    const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', period)

    expect(await refusalOf(post(office, publicityIds[0]!, '2026-06-20'))).toBe('input.invalid')
  })

  test('again on a later day begins the days anew and asks for a new print', async () => {
    await readyToPost(office, people)
    const { publicityId } = await posted(office)
    office.clock.move(3 * dayInMinutes)

    const again = await post(office, publicityId)

    expect(again.lastDay).toBe('2026-07-11')
    expect(await office.clerk.publicity.get({ publicityId })).toMatchObject({
      printed: false,
      postedOn: '2026-07-04',
    })
  })

  test('evidence is a picture or a scan, whatever the name of the file says', async () => {
    await readyToPost(office, people)
    const { publicityId } = await posted(office)
    const add = async (bytes: string): Promise<unknown> =>
      office.clerk.publicity.addEvidence({
        publicityId,
        kind: 'photo',
        phase: 'start',
        takenOn: '2026-07-01',
        place: '村公示栏',
        postedBy: '村报账员',
        fileToken: await office.handIn('照片.png', bytes),
      })

    expect(await refusalOf(add('<html>照片</html>'))).toBe('picture.not-a-picture')
    expect((await office.clerk.publicity.get({ publicityId })).evidenceItems).toEqual([])
  })

  test('evidence cannot come before the posting, and what is handed in after the last day says so for ever, whenever it was taken', async () => {
    await readyToPost(office, people)
    const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', period)
    const publicityId = publicityIds[0]!
    expect(await refusalOf(addPhoto(office, publicityId))).toBe('publicity.not-posted')

    await post(office, publicityId)
    await addPhoto(office, publicityId)
    office.clock.move(9 * dayInMinutes)
    await addPhoto(office, publicityId, '2026-07-03')

    const { evidenceItems } = await office.clerk.publicity.get({ publicityId })
    expect(evidenceItems.map(({ late }) => late)).toEqual([false, true])
  })
})

test('a withdrawn notice gives its lines back reviewed: the wrong one is corrected, all are posted again', async () => {
  await readyToPost(office, people)
  const { publicityId, version } = await posted(office)

  await office.clerk.publicity.withdraw({ publicityId, version, reason: '面积录错' })

  const [row] = await applicationsOf(office)
  expect((await applicationsOf(office)).map(({ status }) => status)).toEqual(['approved', 'approved'])
  const { applicationId } = row!
  const back = { applicationId, version: row!.version, decision: 'return' as const, reason: '面积录错' }
  const returned = await office.reviewer.review.decide(back)
  const correction = { applicationId, version: returned.version, areaCentiMu: 600, reason: '更正' }
  await office.clerk.application.correct(correction)
  await runJob(office.reviewer, 'review.approve-clean', period)
  await concluded(office)
  const { rows } = await office.clerk.publicity.list(period)
  expect(rows.map(({ status, lines, amountFen }) => [status, lines, amountFen]).toSorted()).toEqual([
    ['concluded', 2, 55300],
    ['withdrawn', 2, 48597],
  ])
  expect(row?.amountFen).toBe(33515)
})

test('what was computed by a standard no longer in force is not posted, and comes back from the wall to be computed again', async () => {
  await readyToPost(office, people)
  const { publicityId, version } = await posted(office)
  const raised = { ...terms, rateYuan: '70.5', rateText: '每亩 70.50 元' }
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: raised })
  await office.reviewer.programme.activate({ termsId })

  await office.clerk.publicity.withdraw({ publicityId, version, reason: '标准调整' })

  const rows = await applicationsOf(office)
  expect(rows.map(({ status }) => status)).toEqual(['returned', 'returned'])
  for (const { applicationId, version } of rows)
    await office.clerk.application.correct({ applicationId, version, unchanged: true, reason: '标准调整' })
  expect((await applicationsOf(office)).map(({ amountFen }) => amountFen)).toEqual([35250, 15863])
})

test('a village with amounts of an older standard is not frozen', async () => {
  await readyToPost(office, people)
  const raised = { ...terms, rateYuan: '70.5', rateText: '每亩 70.50 元' }
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: raised })
  await office.reviewer.programme.activate({ termsId })

  expect(await jobRefusal(office.clerk, 'publicity.freeze', period)).toBe('publicity.standard-changed')
})
