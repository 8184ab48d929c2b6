import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import type { JobResult } from '../../src-main/contract/job.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { composePaperCode } from '../../src-main/domain/paper-code.ts'
import { pdfPages } from '../documents/pdf-text.ts'
import { aSheet, phoneExif } from '../imaging/a-picture.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { listInForce, period, post, settings, statedFor, terms } from '../builders/a-period.ts'
import type { ProgrammeTerms } from '../../src-main/domain/programme-terms.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { anOpenRound } from '../builders/a-survey.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { bytesOf, photographed, scanned, sideBySide } from '../builders/returned-paper.ts'

const printer = chromiumPdf()
const pdf = { print: printer.print, close: () => Promise.resolve() }
afterAll(() => printer.close())

const orders = [1, 2, 3, 4, 5, 6, 7]
const households = [
  { householdNo: '14102410120000001', people: [1, 2] },
  { householdNo: '14102410120000002', people: [3] },
  { householdNo: '14102410120000003', group: '十组', people: [4] },
  { householdNo: '14102410120000004', group: '二组', people: [5, 6, 7] },
]
let office: AnOffice
let roundId: string
beforeEach(async () => {
  office = await anOffice({ pdf })
  const roll = [1, 3, 4, 5].map((order) => aRollPerson(order, { accountNo: anAccountNo(order) }))
  ;({ roundId } = await anOpenRound(office, households, roll))
})
afterEach(() => office.remove())

async function print(kind: 'visit-form' | 'village-register' | 'meeting-record', change: object = {}) {
  const { printed } = await runJob(office.clerk, 'paper.print', {
    roundId,
    kind,
    villageCodes: [gantingCode],
    ...change,
  })
  return { ...printed[0]!, bytes: await bytesOf(office, printed[0]!.file) }
}

async function takeIn(
  files: readonly (readonly [name: string, bytes: Uint8Array | string])[],
  change: object = {},
) {
  const fileTokens = []
  for (const [name, bytes] of files) fileTokens.push(await office.handIn(name, bytes))
  return runJob(office.clerk, 'paper.take-in', { fileTokens, ...change })
}

/** As a page uploads it. */
async function uploaded(name: string, bytes: Uint8Array): Promise<string> {
  return (await office.core.files.receive(name, Readable.from([Buffer.from(bytes)]))).token
}

async function rowOf(documentId: string) {
  return (await office.clerk.paper.list({ roundId })).find((row) => row.documentId === documentId)!
}

describe('printing', () => {
  test('gives each household its own pages, by group and number, and expects all of them back', async () => {
    const { documentId, bytes, serial, pages } = await print('visit-form')

    expect(serial).toBe('DC2026-0001')
    const texts = pdfPages(bytes)
    expect(texts).toHaveLength(pages)
    const heads = texts.map((text) => /后五位\s+(\d{5})/.exec(text)?.[1])
    expect([...new Set(heads)]).toEqual(['00001', '00002', '00004', '00003'])
    expect(await rowOf(documentId)).toMatchObject({
      lines: 4,
      pages,
      returned: 0,
      missingLines: 4,
      unexplained: 4,
    })
  })

  test('puts no seven digits of anybody’s number on a page', async () => {
    const find = leakFinder(
      orders.flatMap((order) => [
        anIdNumber(order),
        anAccountNo(order),
        `1380000${String(order).padStart(4, '0')}`,
      ]),
    )

    for (const kind of ['visit-form', 'village-register'] as const)
      expect(find(pdfPages((await print(kind)).bytes).join('\n'))).toEqual([])
  })

  test('prints what is not printed yet, and again only when the old one is given up', async () => {
    const first = await print('village-register')

    expect(await refusalOf(print('village-register'))).toBe('paper.nothing-to-print')
    const second = await print('village-register', { again: true })

    expect(second.serial).toBe('HS2026-0002')
    expect(await rowOf(first.documentId)).toMatchObject({ status: 'void', voidReason: '重印为 HS2026-0002' })
    expect(await rowOf(second.documentId)).toMatchObject({ status: 'current' })
  })

  test('hands out the very bytes that were printed', async () => {
    const { documentId, bytes } = await print('meeting-record')

    expect((await bytesOf(office, await office.reviewer.paper.file({ documentId }))).equals(bytes)).toBe(true)
  })

  test('refuses a village outside the person’s grant', async () => {
    const other = await somebodyLimited(office, 'wang', { role: 'clerk', villageCode: '141024101201' })

    const input = { roundId, kind: 'visit-form' as const, villageCodes: [gantingCode] }
    expect(await refusalOf(runJob(other, 'paper.print', input))).toBe('permission.denied')
  })
})

describe('coming back', () => {
  test('every page finds its household, whatever the order, turn and noise', async () => {
    const { documentId, bytes, pages } = await print('visit-form')
    const sheets = await scanned(bytes)
    const turns = [2, 90, 178, 271, 9, 355, 180, 45]
    const photos = await Promise.all(sheets.map((sheet, index) => photographed(sheet, turns[index % 8]!)))
    const shuffled = photos.map((photo, index) => [`IMG_${index}.jpg`, photo] as const).reverse()

    const result = await takeIn(shuffled)

    expect(result).toMatchObject({
      files: pages,
      pages,
      attached: pages,
      tray: 0,
      duplicates: 0,
      refused: [],
    })
    expect(await rowOf(documentId)).toMatchObject({ returned: pages, missingLines: 0, unexplained: 0 })
    for (const { householdId } of (await office.clerk.survey.tasks({ roundId })).rows) {
      const own = await office.clerk.paper.pagesOf({ roundId, householdId })
      const { rows } = await office.clerk.paper.scans({ householdId })
      expect(rows.map((row) => row.placeText).sort()).toEqual(
        own[0]!.returnedPages.map((page) => `DC2026-0001 第${page}页`).sort(),
      )
      expect((await office.clerk.register.household({ householdId })).evidence).toHaveLength(
        own[0]!.returnedPages.length,
      )
    }
  })

  test('as one PDF or two sheets in one photo they are found as well', async () => {
    const register = await print('village-register')
    const form = await print('visit-form')
    const [first, second] = await scanned(form.bytes)

    const result = await takeIn([
      ['清册扫描.pdf', register.bytes],
      ['两张.jpg', await sideBySide(first!, second!)],
    ])

    expect(result).toMatchObject({ attached: register.pages + 1, tray: 0 })
    expect(await rowOf(register.documentId)).toMatchObject({ returned: register.pages, missingLines: 0 })
    expect(await rowOf(form.documentId)).toMatchObject({ returned: 2, missingLines: 3 })
  })

  test('the same file twice is noticed and not kept twice', async () => {
    const { bytes } = await print('meeting-record')
    await takeIn([['记录.pdf', bytes]])

    expect(await takeIn([['又一份.pdf', bytes]])).toMatchObject({ attached: 0, duplicates: 1 })
    expect((await office.clerk.paper.scans({})).total).toBe(1)
  })

  test('the picture comes upright and small, with its time and without its place', async () => {
    const { bytes } = await print('meeting-record')
    const sheet = (await scanned(bytes, 300))[0]!
    const photo = await sharp(sheet)
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .withExif(phoneExif)
      .jpeg()
      .toBuffer()
    office.clock.move(7 * 24 * 60)

    await takeIn([['IMG_1.jpg', photo]])

    const [row] = (await office.clerk.paper.scans({})).rows
    expect(row).toMatchObject({ state: 'attached', onDay: '2026-07-03', timeSource: 'taken' })
    const { picture } = await office.clerk.paper.scan({ scanId: row!.scanId })
    const kept = await sharp(Buffer.from(picture.split(',')[1]!, 'base64')).metadata()
    expect(kept).toMatchObject({ format: 'jpeg', height: 2000 })
    expect(kept.exif).toBeUndefined()
  })

  test('the place is kept only for a reason, and that is on record', async () => {
    const photo = await (await aSheet(['x'])).withExif(phoneExif).jpeg().toBuffer()

    expect(await refusalOf(takeIn([['a.jpg', photo]], { keepPlace: true }))).toBe(
      'paper.place-reason-missing',
    )
    await takeIn([['a.jpg', photo]], { keepPlace: true, keepPlaceReason: '核对承包地位置' })

    const [row] = (await office.clerk.paper.scans({})).rows
    const { picture } = await office.clerk.paper.scan({ scanId: row!.scanId })
    expect((await sharp(Buffer.from(picture.split(',')[1]!, 'base64')).metadata()).exif).toBeDefined()
  })

  test('what is no picture is refused by name, and the rest goes on', async () => {
    const { bytes } = await print('meeting-record')
    const [sheet] = await scanned(bytes)

    const result = await takeIn([
      ['照片.jpg', '<html>照片</html>'],
      ['半.jpg', sheet!.subarray(0, sheet!.length / 2)],
      ['记录.jpg', sheet!],
    ])

    expect(result.refused.map(({ fileName, code }) => [fileName, code])).toEqual([
      ['照片.jpg', 'picture.not-a-picture'],
      ['半.jpg', 'picture.damaged'],
    ])
    expect(result).toMatchObject({ attached: 1 })
  })
})

test('stopping an intake keeps the pages it has read, says so, and leaves no upload behind', async () => {
  const { bytes } = await print('visit-form')
  const fileTokens: string[] = []
  const pages = await scanned(bytes)
  const exchange = join(office.folder, 'exchange')
  const before = await readdir(exchange)
  for (const [at, page] of pages.entries()) fileTokens.push(await uploaded(`${String(at)}.jpg`, page))
  const { jobId } = await office.clerk.job.start({ kind: 'paper.take-in', input: { fileTokens } })
  let result: JobResult<'paper.take-in'> | undefined
  let state = ''
  for await (const event of await office.clerk.job.watch({ jobId })) {
    if (event.state === 'running' && event.done >= 2) await office.clerk.job.cancel({ jobId })
    ;({ state } = event)
    result = event.result as typeof result
  }

  expect(state).toBe('done')
  expect(result!.files).toBeGreaterThanOrEqual(2)
  expect(result!.left).toBe(pages.length - result!.files)
  expect(result!.left).toBeGreaterThan(0)
  const [document] = await office.clerk.paper.list({ roundId })
  expect(document!.returned).toBe(result!.attached)
  expect(await readdir(exchange)).toEqual(before)
})

describe('the tray', () => {
  const aCode = (change: object) =>
    composePaperCode(
      {
        townshipCode: '141024101',
        kind: 'meeting-record',
        serial: 'HY2026-0001',
        page: 1,
        pages: 1,
        check: '00000000',
        ...change,
      },
      '评议（会议）记录',
    )
  const sheetWith = async (...codes: string[]) => (await aSheet(codes)).jpeg().toBuffer()

  test('holds what has no place, each with its reason', async () => {
    await print('meeting-record')

    const result = await takeIn([
      ['无码.jpg', await sheetWith()],
      ['外镇.jpg', await sheetWith(aCode({ townshipCode: '141024102' }))],
      ['外机.jpg', await sheetWith(aCode({ serial: 'HY2026-0777' }))],
      ['改过.jpg', await sheetWith(aCode({}))],
      ['付款码.jpg', await sheetWith('wxp://f2f0abc')],
    ])

    expect(result.tray).toBe(5)
    expect(result.notAttached.map(({ fileName, why }) => [fileName, why])).toEqual([
      ['无码.jpg', 'no-code'],
      ['外镇.jpg', 'other-township'],
      ['外机.jpg', 'unknown-paper'],
      ['改过.jpg', 'altered'],
      ['付款码.jpg', 'no-code'],
    ])
  })

  test('gives up a picture to the page a person names, with the day they state', async () => {
    const { documentId, pages } = await print('visit-form')
    await takeIn([['糊.jpg', await sheetWith()]])
    const [row] = (await office.clerk.paper.scans({ state: 'tray' })).rows

    const wrong = office.clerk.paper.assign({ ...row!, documentId, pageNo: pages + 1 })
    expect(await refusalOf(wrong)).toBe('paper.no-such-page')
    await office.clerk.paper.assign({ ...row!, documentId, pageNo: 2, statedOn: '2026-06-30' })

    expect((await office.clerk.paper.scans({ state: 'attached' })).rows).toMatchObject([
      { placeText: 'DC2026-0001 第2页', byHand: true, timeSource: 'stated', onDay: '2026-06-30' },
    ])
    expect(await rowOf(documentId)).toMatchObject({ returned: 1 })
    expect(await refusalOf(office.clerk.paper.assign({ ...row!, documentId, pageNo: 1 }))).toBe(
      'record.stale',
    )
  })

  test('takes back what was laid at the wrong page, and the household no longer shows it', async () => {
    const { documentId, bytes } = await print('visit-form')
    await takeIn([['1.jpg', (await scanned(bytes))[0]!]])
    const [row] = (await office.clerk.paper.scans({})).rows
    const { householdId } = (await office.clerk.paper.missing({ documentId }))[0]!
    expect((await office.clerk.register.household({ householdId })).evidence).toHaveLength(1)

    await office.clerk.paper.setAside({ ...row!, reason: '拍的是样张' })

    expect((await office.clerk.register.household({ householdId })).evidence).toEqual([])
    expect(await rowOf(documentId)).toMatchObject({ returned: 0 })
    expect((await office.clerk.paper.scans({ state: 'set-aside' })).rows).toMatchObject([
      { setAsideReason: '拍的是样张' },
    ])
  })

  test('keeps a blank form until somebody says whose it is; then all its pages are theirs', async () => {
    const { documentId, bytes, pages } = await print('visit-form', { blankForms: 1 })
    const result = await takeIn([['空白表.pdf', bytes]])
    expect(result.notAttached.map(({ why }) => why)).toEqual(
      Array.from({ length: pages }, () => 'household-open'),
    )
    const { householdId } = (await office.clerk.survey.tasks({ roundId })).rows[1]!
    const [row] = (await office.clerk.paper.scans({ state: 'tray' })).rows

    await office.clerk.paper.assign({ ...row!, documentId, pageNo: row!.filePage, householdId })

    expect((await office.clerk.paper.scans({ state: 'tray' })).rows).toEqual([])
    expect((await office.clerk.register.household({ householdId })).evidence).toHaveLength(pages)
  })

  test('shows a picture without a place only to who brought it, and to whoever answers for the whole township', async () => {
    const other = await somebodyLimited(office, 'wang', { role: 'clerk', villageCode: gantingCode })
    await takeIn([['无码.jpg', await sheetWith()]])
    const [row] = (await office.reviewer.paper.scans({ state: 'tray' })).rows

    expect((await other.paper.scans({})).rows).toEqual([])
    expect(await refusalOf(other.paper.scan({ scanId: row!.scanId }))).toBe('record.not-found')
  })
})

describe('missing pages', () => {
  test('are listed household by household, and a reason for each ends the list', async () => {
    const { documentId } = await print('village-register')
    const missing = await office.clerk.paper.missing({ documentId })
    expect(missing.map(({ lineNo, groupName, missingPages }) => [lineNo, groupName, missingPages])).toEqual([
      [1, '1组', [1]],
      [2, '1组', [1]],
      [3, '2组', [1]],
      [4, '10组', [1]],
    ])

    await office.clerk.paper.explainMissing({ documentId, lineNos: [1, 2], reason: '外出务工，电话核实' })

    expect(await rowOf(documentId)).toMatchObject({ missingLines: 4, unexplained: 2 })
    const [first] = await office.clerk.paper.missing({ documentId })
    expect(first).toMatchObject({ reason: '外出务工，电话核实', statedBy: 'clerk同志' })
    const gone = office.clerk.paper.explainMissing({ documentId, lineNos: [99], reason: '没有这一行' })
    expect(await refusalOf(gone)).toBe('record.stale')
  })
})

describe('the gate before publicity', () => {
  const freeze = () => runJob(office.clerk, 'publicity.freeze', { ...period, villageCodes: [gantingCode] })

  test('stays shut while a household of a printed register is neither back nor explained', async () => {
    await reviewedHere()
    const { documentId } = await print('village-register')

    expect(await refusalOf(freeze())).toBe('gate.pages-missing')
    await office.clerk.paper.explainMissing({ documentId, lineNos: [1, 2, 3], reason: '外出务工，电话核实' })
    expect(await refusalOf(freeze())).toBe('gate.pages-missing')
    await office.clerk.paper.explainMissing({ documentId, lineNos: [4], reason: '住院，家属代核' })

    expect((await freeze()).made).toBe(1)
  })

  test('opens when the signed register is back', async () => {
    await reviewedHere()
    const { bytes } = await print('village-register')
    expect(await refusalOf(freeze())).toBe('gate.pages-missing')

    await takeIn([['清册.pdf', bytes]])

    expect((await freeze()).made).toBe(1)
  })

  test('asks for a register where the programme’s terms require one', async () => {
    await reviewedHere({ signedRegister: 'required' })

    expect(await refusalOf(freeze())).toBe('gate.pages-missing')
  })
})

test('a photo of a posted notice becomes evidence of its posting; before the posting it waits', async () => {
  await reviewedHere()
  const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', {
    ...period,
    villageCodes: [gantingCode],
  })
  const { printed } = await runJob(office.clerk, 'publicity.print', { publicityIds })
  const [notice] = (await scanned(await bytesOf(office, printed[0]!.file))).slice(-1)
  const photo = await photographed(notice!, 3)

  expect((await takeIn([['公示栏.jpg', photo]])).notAttached).toMatchObject([{ why: 'notice-not-posted' }])
  await post(office, publicityIds[0]!)
  const [row] = (await office.clerk.paper.scans({ state: 'tray' })).rows
  expect((await office.clerk.paper.judgeAgain({ ...row! })).why).toBeNull()

  const { evidenceItems } = await office.clerk.publicity.get({ publicityId: publicityIds[0]! })
  expect(evidenceItems).toMatchObject([
    { kind: 'photo', phase: 'start', place: '村公示栏', late: false, timeSource: 'imported' },
  ])
})

/** This year's applications of the village approved, with what a notice needs. */
async function reviewedHere(change: Partial<ProgrammeTerms> = {}): Promise<void> {
  await listInForce(office)
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: { ...terms, ...change } })
  await office.reviewer.programme.activate({ termsId })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
  await runJob(office.reviewer, 'review.approve-clean', period)
  await office.clerk.setting.save({ values: settings })
  await statedFor(office, gantingCode)
}
