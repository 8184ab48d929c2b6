import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unsealWithPassphrase } from '../../src-main/crypto/envelope.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import type { JobInput } from '../../src-main/contract/job.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { anOtherForm, type OtherForm } from '../builders/an-other-form.ts'
import { submitted } from '../builders/a-period.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { password } from '../builders/a-workstation.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { packedText, sheetLines } from '../builders/sheet-text.ts'

let office: AnOffice
const people = [1, 2, 3, 4, 5].map((order) =>
  aRollPerson(order, { village: order === 5 ? '士师村' : '甘亭村' }),
)
const leaks = leakFinder(people.flatMap(({ idNumber, accountNo }) => [idNumber, accountNo]))
beforeEach(async () => {
  office = await anOffice()
  await submitted(office, people)
})
afterEach(() => office.remove())

async function read(form: OtherForm = {}) {
  const fileToken = await office.handIn('情况表.xlsx', await anOtherForm(form))
  return runJob(office.clerk, 'form.read', { fileToken })
}

type Fill = JobInput<'form.fill'>['fill']
const fillOf = (view: Awaited<ReturnType<typeof read>>, change: Partial<Fill> = {}): Fill => ({
  stageId: view.stageId,
  fields: view.columns.map(({ field }) => field),
  ...{ way: view.way, grain: view.grain, conditions: { villages: [gantingCode] } },
  ...change,
})

async function bytesOf({ token }: { token: string }): Promise<Uint8Array> {
  return new Uint8Array(await readFile((await office.core.files.take(token)).path))
}

test('a form is filled with everybody who fits, masked, in its own layout, and stands in the ledger', async () => {
  const view = await read()
  expect([view.grain, view.way, view.free]).toEqual(['application', 'append', 3])
  const fill = fillOf(view)
  const preview = await office.clerk.form.preview({ fill })
  expect([preview.total, preview.added, preview.rows[0]![4]]).toEqual([4, 1, '5.00'])

  const made = await runJob(office.clerk, 'form.fill', {
    fill,
    reason: '县局要情况',
    recipient: '县农业农村局',
  })

  const bytes = await bytesOf(made.file)
  const lines = sheetLines(bytes)
  const order = people.findIndex(({ name }) => name === lines[4]![2])
  expect(lines[4]!.slice(0, 2)).toEqual(['1', '甘亭村'])
  expect(lines[4]!.slice(3, 7)).toEqual([
    `…${people[order]!.idNumber.slice(-4)}`,
    '5.00',
    '335.15',
    `…${people[order]!.accountNo.slice(-4)}`,
  ])
  expect(lines[8]![0]).toBe('合计')
  expect(leaks(packedText(bytes))).toEqual([])
  const { rows } = await office.clerk.extract.ledger({})
  expect(rows[0]).toMatchObject({
    serial: made.serial,
    kind: 'form',
    rows: 4,
    fullNumbers: false,
    recipient: '县农业农村局',
  })
})

test('how it was filled is remembered for the next form of that making, also where its head had to be shown', async () => {
  const view = await read()
  const fields = view.columns.map(({ field }, at) => (at === 7 ? 'phone' : field))
  await runJob(office.clerk, 'form.fill', { fill: fillOf(view, { fields }), reason: '县局要情况' })

  const again = await read({ free: 8 })

  expect(again.columns[7]).toMatchObject({ field: 'phone', sureness: 'remembered' })
  expect(again.remembered).toMatchObject({ by: 'clerk同志' })
  const shown = await runJob(office.clerk, 'form.read', {
    fileToken: null,
    stageId: again.stageId,
    header: [4, 4],
  })
  expect([shown.header, shown.columns[2]!.header]).toEqual([[4, 4], '姓名'])
})

describe('a form that names people already', () => {
  const named = [
    [people[0]!.name, people[0]!.idNumber],
    [people[1]!.name, `…${people[1]!.idNumber.slice(-4)}`],
    ['查无此人', ''],
  ] as const

  test('gets what is missing for those it names, and says whom nobody was found for', async () => {
    const view = await read({ named, free: 1 })
    expect(view.way).toBe('match')
    const fill = fillOf(view)
    expect((await office.clerk.form.preview({ fill })).unmatched).toEqual([
      { line: 7, text: '查无此人', several: false },
    ])

    const made = await runJob(office.clerk, 'form.fill', { fill, reason: '县局要情况' })

    const lines = sheetLines(await bytesOf(made.file))
    expect(lines[4]!.slice(2, 7)).toEqual([
      ...named[0],
      '5.00',
      '335.15',
      `…${people[0]!.accountNo.slice(-4)}`,
    ])
    expect(lines[5]![4]).toBe('5.00')
    expect(lines[6]!.slice(4, 7)).toEqual(['', '', ''])
    expect(made).toMatchObject({ rows: 2, unmatched: 1 })
  })

  test('of nobody we know says so', async () => {
    const view = await read({ named: [['查无此人', '']], free: 0 })

    expect(await refusalOf(office.clerk.form.preview({ fill: fillOf(view) }))).toBe('form.nobody-matched')
  })
})

test('whole numbers only by the second person, of that very content, marked and sealed', async () => {
  const view = await read()
  const asked = { fill: fillOf(view), title: '预核名单', reason: '银行核对户名', recipient: '农商行' }
  const { requestId } = await runJob(office.clerk, 'form.ask-full', asked)
  expect(await jobRefusal(office.clerk, 'extract.make-full', { requestId })).toBe('extract.not-approved')
  await office.clerk.extract.decideFull({ requestId, signInName: 'reviewer', password, agrees: true })

  const { file, serial, passphrase } = await runJob(office.clerk, 'extract.make-full', { requestId })

  const plain = (await unsealWithPassphrase(passphrase!, await bytesOf(file))) as Uint8Array
  const ids = sheetLines(plain).map((line) => line[3])
  for (const { idNumber } of people.slice(0, 4)) expect(ids).toContain(idNumber)
  expect(packedText(plain)).toContain(`全号件 ${serial}`)
  expect((await office.clerk.extract.ledger({ fullOnly: true })).rows[0]).toMatchObject({
    kind: 'form',
    secondBy: 'reviewer同志',
  })
})

test('nothing outside somebody’s scope gets into a form, and nobody fills a form another has chosen', async () => {
  const farm = await somebodyLimited(office, 'farm', { role: 'clerk', programmeCode: 'MZ01' })
  const view = await read()
  expect(await refusalOf(farm.form.preview({ fill: fillOf(view) }))).toBe('form.gone')

  const fileToken = await office.handIn('情况表.xlsx', await anOtherForm())
  const own = await runJob(farm, 'form.read', { fileToken })
  expect(await refusalOf(farm.form.preview({ fill: fillOf(own, { conditions: {} }) }))).toBe(
    'extract.nothing-found',
  )
  expect(
    await refusalOf(office.clerk.form.preview({ fill: fillOf(view, { fields: [null, 'serial'] }) })),
  ).toBe('form.nothing-mapped')
})
