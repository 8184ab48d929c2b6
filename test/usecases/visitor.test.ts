import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { period, settings, submitted } from '../builders/a-period.ts'
import { aRollPerson, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { openRound } from '../builders/a-survey.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const self = { kind: 'self' } as const
const family = aFamily('H-1', 1, { phone: '13800000001' })
const head = family[0]!
const rollLine = aRollPerson(1, { name: head.name, idNumber: head.idNumber })

/** 高龄 of two years, as the platform lists it, the newer one failed. */
async function allowances(): Promise<void> {
  const headers = ['姓名', '身份证号', '补贴项目', '补贴金额', '账号', '发放结果', '失败原因', '备注']
  const line = (state: string, failure: string) => [
    ...[head.name, head.idNumber, '高龄津贴', 600, rollLine.accountNo, state, failure, ''],
  ]
  for (const [year, state, failure] of [
    [2024, '成功', ''],
    [2025, '失败', '账号户名不符'],
  ] as const)
    await office.importList({
      kind: 'allowance-roll',
      year,
      bytes: aWorkbook({ lines: [headers, line(state, failure)] }),
    })
}

async function atTheCounter(name = head.name): Promise<string> {
  return memberOf(await householdOf(office, 'H-1'), name).personId
}

async function textOf({ token }: { token: string }): Promise<string> {
  const html = await readFile((await office.core.files.take(token)).path, 'utf8')
  return html.replace(/^.*<body>/s, '').replace(/<[^>]*>/g, ' ')
}

describe('the visitor’s screen', () => {
  test('shows who it is, every year, and what became of each payment', async () => {
    await registered(office, family)
    await submitted(office, [rollLine])
    await allowances()

    const visitor = await office.clerk.visitor.show({ personId: await atTheCounter() })

    expect(visitor).toMatchObject({ name: '张大山', isHouseholder: true, householdNo: 'H-1', isWhole: true })
    expect(visitor.idMasked).toBe(`${head.idNumber.slice(0, 6)}********${head.idNumber.slice(-4)}`)
    expect(visitor.rows.map(({ year, status, outcome, why }) => [year, status ?? outcome, why])).toEqual([
      [2026, 'submitted', ''],
      [2025, 'failed', '账号户名不符'],
      [2025, 'unsaid', ''],
      [2024, 'paid', ''],
    ])
    expect(visitor.points.map(({ title }) => title)).toContain('2025 年高龄津贴发放失败')
    expect(JSON.stringify(visitor)).not.toContain(head.idNumber)
  })

  test('tells what is open: returned with its reason, the visit not made, what to bring', async () => {
    await registered(office, family)
    await submitted(office, [rollLine])
    await openRound(office)
    const { rows } = await office.reviewer.review.list(period)
    const { applicationId, version } = rows[0]!
    const reason = '面积要看流转合同'
    await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason })

    const { points } = await office.clerk.visitor.show({ personId: await atTheCounter() })

    expect(points[0]).toMatchObject({
      title: '2026 年耕地地力保护补贴退回补正',
      detail: '面积要看流转合同。请按退回原因补正。',
      applicationId,
    })
    expect(points.find(({ kind }) => kind === 'visit')!.title).toBe('2026 年耕地补贴摸底未访')
  })

  test('what failed once and was paid since is no matter any more', async () => {
    await registered(office, family)
    const lines = (year: number, state: string) => ({
      kind: 'allowance-roll' as const,
      year,
      bytes: aWorkbook({
        lines: [
          ['姓名', '身份证号', '补贴项目', '补贴金额', '账号', '发放结果'],
          [head.name, head.idNumber, '高龄津贴', 600, anAccountNo(1), state],
        ],
      }),
    })
    await office.importList(lines(2024, '失败'))
    await office.importList(lines(2025, '成功'))

    const { points } = await office.clerk.visitor.show({ personId: await atTheCounter() })

    expect(points.map(({ kind }) => kind)).not.toContain('payment-failed')
  })

  test('somebody known from a roll alone has a screen too, with their own account', async () => {
    await submitted(office, [rollLine])
    const { hits } = await office.clerk.register.search({ text: head.name, limit: 5 })

    const visitor = await office.clerk.visitor.show({ personId: hits[0]!.personId })

    expect(visitor.householdId).toBeNull()
    expect(visitor.accounts.map(({ accountMasked }) => accountMasked)).toEqual([
      `…${rollLine.accountNo.slice(-4)}`,
    ])
    const kinds = visitor.points.map(({ kind }) => kind)
    expect(kinds).toContain('no-household')
    expect(kinds).not.toContain('no-account')
  })

  test('shows only the programmes and villages somebody answers for', async () => {
    await registered(office, family)
    await submitted(office, [rollLine])
    await allowances()
    const personId = await atTheCounter()
    const farm = await somebodyLimited(office, 'farm', { role: 'clerk', programmeCode: 'NY01' })
    const other = await somebodyLimited(office, 'other', { role: 'clerk', villageCode: shishiCode })

    const visitor = await farm.visitor.show({ personId })

    expect(new Set(visitor.rows.map(({ programmeName }) => programmeName))).toEqual(
      new Set(['耕地地力保护补贴']),
    )
    expect(visitor.isWhole).toBe(false)
    expect(await refusalOf(other.visitor.show({ personId }))).toBe('record.not-found')
  })
})

describe('the slip', () => {
  test('is masked, says who asked and who printed, and leaves its trace and its line in the ledger', async () => {
    await registered(office, family)
    await submitted(office, [rollLine])
    await allowances()
    const asker = { kind: 'other', name: '张强', relation: '儿子', papers: '委托书和双方身份证' } as const

    const { file, serial } = await office.clerk.visitor.slip({ personId: await atTheCounter(), asker })

    const text = await textOf(file)
    for (const said of [serial, '张强（儿子），凭委托书和双方身份证', 'clerk同志', '账号户名不符', '335.15'])
      expect(text).toContain(said)
    expect(leakFinder([head.idNumber, rollLine.accountNo])(text)).toEqual([])
    expect((await office.clerk.extract.ledger({})).rows[0]).toMatchObject({
      ...{
        serial,
        kind: 'visitor',
        title: '查询单',
        people: 1,
        rows: 4,
        recipient: text.match(/张强（儿子）[^ ]*/)![0],
      },
    })
    const { rows } = await office.administrator.system.audit({})
    expect(rows.map(({ action }) => action)).toContain('visitor.print')
  })

  test('of a clerk of one programme says that others may have more', async () => {
    await registered(office, family)
    await submitted(office, [rollLine])
    await allowances()
    const farm = await somebodyLimited(office, 'farm', { role: 'clerk', programmeCode: 'NY01' })

    const text = await textOf((await farm.visitor.slip({ personId: await atTheCounter(), asker: self })).file)

    expect(text).toContain('本单只列本窗口经办的项目')
    expect(text).not.toContain('高龄津贴')
  })
})

describe('the one-time notice', () => {
  test('says the open points in the core’s words, the papers ticked, and the free line without whole numbers', async () => {
    await registered(office, family)
    await submitted(office, [rollLine])
    await allowances()
    await office.clerk.setting.save({ values: settings })
    const personId = await atTheCounter()
    const { points } = await office.clerk.visitor.show({ personId })
    const failed = points.find(({ kind }) => kind === 'payment-failed')!

    const { file } = await office.clerk.visitor.notice({
      ...{ personId, asker: self, points: [failed.key], items: ['bank-card', 'id-card'] },
      ...{ note: `旧卡${rollLine.accountNo}作废`, until: '2026-07-31' },
    })

    const text = await textOf(file)
    for (const said of [
      ...['2025 年高龄津贴发放失败', '本人居民身份证原件', '本人社会保障卡或存折原件', '旧卡***作废'],
      ...['2026年7月31日以前', settings['hotlineTownship']!],
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('死亡证明')
  })

  test('about a card that several people use names none of the others', async () => {
    const shared = anAccountNo(9)
    await registered(office, [...family, { ...aFamily('H-2', 20)[0]!, name: '李四' }])
    const other = aRollPerson(20, { name: '李四', idNumber: aFamily('H-2', 20)[0]!.idNumber })
    await submitted(office, [
      { ...rollLine, accountNo: shared },
      { ...other, accountNo: shared },
    ])
    const personId = await atTheCounter()
    const { rows } = await office.reviewer.review.list(period)
    const { applicationId, version } = rows.find(({ name }) => name === head.name)!
    const record = await office.reviewer.review.record({ applicationId })
    const reason = record.details.map(({ title, detail }) => `${title}：${detail}`).join('')
    await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason })
    const { points } = await office.clerk.visitor.show({ personId })
    const doubt = points.find(({ title }) => title.includes('一卡多人'))!
    for (const point of [points[0]!, doubt]) expect(point.detail).toContain('李四')

    const notice = await office.clerk.visitor.notice({
      personId,
      asker: self,
      points: [points[0]!.key, doubt.key],
      items: [],
    })
    const slip = await office.clerk.visitor.slip({ personId, asker: self })

    for (const { file } of [notice, slip]) expect(await textOf(file)).not.toContain('李四')
  })

  test('cannot be printed of what is not open any more, nor of nothing', async () => {
    await registered(office, family)
    const asked = { personId: await atTheCounter(), asker: self, items: [] }

    expect(await refusalOf(office.clerk.visitor.notice({ ...asked, points: ['no-account'] }))).toBe(
      'record.stale',
    )
    expect(await refusalOf(office.clerk.visitor.notice({ ...asked, points: [] }))).toBe('input.invalid')
  })
})

test('a certificate about to end is told only by who answers for its programmes', async () => {
  await registered(office, family)
  const lines = [
    ['姓名', '身份证号', '残疾人证号', '残疾类别', '残疾等级', '有效期至'],
    [head.name, head.idNumber, `${head.idNumber}42`, '肢体', '二级', '2026-07-20'],
  ]
  await office.importList({ kind: 'disability-certificates', bytes: aWorkbook({ lines }) })
  const farm = await somebodyLimited(office, 'farm', {
    role: 'clerk',
    programmeCode: 'NY01',
    villageCode: gantingCode,
  })
  const personId = await atTheCounter()
  const kindsAt = async (window: typeof farm) =>
    (await window.visitor.show({ personId })).points.map(({ kind }) => kind)

  expect(await kindsAt(office.clerk)).toContain('certificate-ends')
  expect(await kindsAt(farm)).not.toContain('certificate-ends')
  expect(anIdNumber(1, { birth: '19550312' })).toBe(head.idNumber)
})
