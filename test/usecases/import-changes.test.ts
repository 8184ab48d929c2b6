import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { readEntries } from '../../src-main/store/external-entries.ts'
import type { Reader } from '../../src-main/store/reader.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { aWorkbook, type Cell } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const registerHead = ['户编号', '村', '组', '姓名', '与户主关系', '公民身份号码', '联系电话']
const head: Cell[] = ['H1', '甘亭村', '一组', '郑一', '户主', anIdNumber(11), '13903570001']
const son: Cell[] = ['H1', '甘亭村', '一组', '郑二', '子', anIdNumber(12), '']
const other: Cell[] = ['H2', '甘亭村', '二组', '王三', '户主', anIdNumber(13), '13903570003']

const register = (...lines: Cell[][]) => ({ bytes: aWorkbook({ lines: [registerHead, ...lines] }) })
const disabled = (...lines: Cell[][]) => ({
  bytes: aWorkbook({ lines: [['姓名', '残疾人证号', '残疾类别', '残疾等级', '有效期至'], ...lines] }),
})
const certificate = (at: number, level: string, until = '2029-05-15'): Cell[] => [
  `残${at}`,
  `${anIdNumber(at)}4${level}`,
  '肢体残疾',
  level,
  until,
]

const reader = (): Reader => office.core.connect('any').context.host.door.store.reader
const personOf = (name: string) =>
  reader().selectFrom('person').selectAll().where('name', '=', name).executeTakeFirst()

describe('a newer register', () => {
  test('shows what is new, what changes and how, and who is missing, before anything is written', async () => {
    await office.importList(register(head, son, other))
    const stageId = await office.stage(
      office.clerk,
      register([...head.slice(0, 6), '13903570009'], other, [
        'H3',
        '甘亭村',
        '三组',
        '李四',
        '户主',
        anIdNumber(14),
        '',
      ]),
    )

    const { difference } = await office.clerk.list.stage({ stageId })
    const rowsOf = async (what: 'added' | 'changed' | 'gone') =>
      (await office.clerk.list.differenceRows({ stageId, what })).rows

    expect(difference).toEqual({ added: 1, changed: 1, same: 1, gone: 1 })
    expect(await rowsOf('added')).toMatchObject([{ name: '李四', village: '甘亭村', line: 4 }])
    expect(await rowsOf('changed')).toMatchObject([
      { name: '郑一', changes: [{ label: '联系电话', from: '13903570001', to: '13903570009' }] },
    ])
    expect(await rowsOf('gone')).toMatchObject([
      { name: '郑二', idTail: anIdNumber(12).slice(-4), line: null },
    ])
    expect((await personOf('郑一'))?.phone).toBe('13903570001')
    expect(await personOf('李四')).toBeUndefined()
  })

  test('takes nothing away with an empty cell or a column it does not have', async () => {
    await office.importList(register(head))
    const lines = [
      ['村', '姓名', '与户主关系', '公民身份号码'],
      ['甘亭村', '郑一', '户主', anIdNumber(11)],
    ]

    const { difference } = await office.importList({
      bytes: aWorkbook({ lines }),
      kind: 'household-register',
    })

    expect(difference).toMatchObject({ added: 0, changed: 0, same: 1 })
    expect(await personOf('郑一')).toMatchObject({ phone: '13903570001', relation: '户主' })
    expect(await reader().selectFrom('household').select('householdNo').execute()).toEqual([
      { householdNo: 'H1' },
    ])
  })

  test('only notes who is missing, unless the clerk says otherwise, and says so in the log', async () => {
    await office.importList(register(head, son))

    const { importId, difference, goneChoice } = await office.importList(register(head))

    expect({ gone: difference.gone, goneChoice }).toEqual({ gone: 1, goneChoice: 'note' })
    expect((await personOf('郑二'))?.status).toBe('registered')
    expect((await office.clerk.list.goneRows({ importId })).rows).toMatchObject([
      { name: '郑二', ended: false },
    ])
  })

  test('cancels who is missing when the clerk says so, and gives them back when it is taken back', async () => {
    await office.importList(register(head, son))
    const stageId = await office.stage(office.clerk, register(head))
    const { importId } = await runJob(office.clerk, 'list.commit', { stageId, gone: 'end' })
    const ended = (await personOf('郑二'))?.status

    await runJob(office.clerk, 'list.undo', { importId, reason: '只是一个组的名单' })

    expect(ended).toBe('cancelled')
    expect((await personOf('郑二'))?.status).toBe('registered')
  })

  test('does not count somebody as missing whose line comes back', async () => {
    await office.importList(register(head, son))
    const stageId = await office.stage(office.clerk, register(head, [...son.slice(0, 5), '1426251960', '']))

    expect((await office.clerk.list.stage({ stageId })).difference.gone).toBe(0)
  })
})

describe('taking an import back', () => {
  test('restores what a register changed, removes what it made, and keeps log, file and history', async () => {
    await office.importList(register(head))
    const { importId } = await office.importList(
      register(['H1', '甘亭村', '五组', '郑一', '户主', anIdNumber(11), '13903570009'], son),
    )

    const undone = await runJob(office.clerk, 'list.undo', { importId, reason: '发错了文件' })

    expect(undone.undone).toMatchObject({ reason: '发错了文件' })
    expect(await personOf('郑一')).toMatchObject({ phone: '13903570001', version: 3 })
    expect(await personOf('郑二')).toBeUndefined()
    expect(await reader().selectFrom('household').select('groupName').execute()).toEqual([
      { groupName: '1组' },
    ])
    expect((await office.clerk.register.search({ text: '郑二' })).total).toBe(0)
    expect((await office.clerk.list.imports()).map((one) => one.undone !== null)).toEqual([true, false])
    const phones = await reader()
      .selectFrom('valueChange')
      .select(['oldValue', 'newValue'])
      .where('field', '=', 'phone')
      .orderBy('id')
      .execute()
    expect(phones).toEqual([
      { oldValue: '13903570001', newValue: '13903570009' },
      { oldValue: '13903570009', newValue: '13903570001' },
    ])
  })

  test('is refused, saying what depends on it, and then changes nothing', async () => {
    const { importId } = await office.importList(register(head))
    await office.importList({
      bytes: aRollSheet([aRollPerson(11, { name: '郑一' })]),
      kind: 'farmland-roll',
      year: 2025,
    })

    const job = runJob(office.clerk, 'list.undo', { importId, reason: '重来' })

    await expect(job).rejects.toMatchObject({
      code: 'list.undo-depends',
      facts: { dependents: expect.arrayContaining([{ what: 'roster_line', rows: 1 }]) },
    })
    expect(await personOf('郑一')).toMatchObject({ phone: '13903570001', version: 1 })
    expect((await office.clerk.list.imports()).every((one) => one.undone === null)).toBe(true)
  })

  test('is refused when somebody has changed since what it brought', async () => {
    await office.importList(register(head))
    const { importId } = await office.importList(register([...head.slice(0, 6), '13903570009']))
    await office.importList(register([...head.slice(0, 6), '13903570010']))

    expect(await jobRefusal(office.clerk, 'list.undo', { importId, reason: '重来' })).toBe(
      'list.undo-depends',
    )
  })

  test('takes a roll with its people and accounts, after which the same file is taken again', async () => {
    const roll = {
      bytes: aRollSheet([aRollPerson(1), aRollPerson(2)]),
      kind: 'farmland-roll' as const,
      year: 2025,
    }
    const { importId } = await office.importList(roll)

    await runJob(office.clerk, 'list.undo', { importId, reason: '年度选错' })
    const again = await jobRefusal(office.clerk, 'list.undo', { importId, reason: '年度选错' })
    const people = await reader().selectFrom('person').select('id').execute()
    const { counts } = await office.importList({ ...roll, year: 2024 })

    expect(again).toBe('list.already-undone')
    expect(people).toEqual([])
    expect(counts).toMatchObject({ accepted: 2, rejected: 0 })
  })
})

describe('a newer list of people outside the register', () => {
  test('speaks in place of the older one, and the older one again once it is taken back', async () => {
    await office.importList(disabled(certificate(21, '1'), certificate(22, '2')))
    const stageId = await office.stage(
      office.clerk,
      disabled(certificate(21, '1', '2031-05-15'), certificate(23, '3')),
    )
    const shown = await office.clerk.list.stage({ stageId })
    const { rows } = await office.clerk.list.differenceRows({ stageId, what: 'changed' })
    const { importId } = await runJob(office.clerk, 'list.commit', { stageId })
    const levels = async () =>
      (await readEntries(reader(), 'disability'))
        .map(({ idNumber, untilDay }) => [idNumber, untilDay])
        .toSorted()

    expect(shown.difference).toEqual({ added: 1, changed: 1, same: 0, gone: 1 })
    expect(rows).toMatchObject([{ changes: [{ label: '有效期至', from: '2029-05-15', to: '2031-05-15' }] }])
    expect(await levels()).toEqual(
      [
        [anIdNumber(21), '2031-05-15'],
        [anIdNumber(22), '2029-05-15'],
        [anIdNumber(23), '2029-05-15'],
      ].toSorted(),
    )
    await runJob(office.clerk, 'list.undo', { importId, reason: '不是最新的' })
    expect(await levels()).toEqual(
      [
        [anIdNumber(21), '2029-05-15'],
        [anIdNumber(22), '2029-05-15'],
      ].toSorted(),
    )
  })

  test('ends who is missing only when the clerk says so', async () => {
    await office.importList(disabled(certificate(21, '1'), certificate(22, '2')))
    const stageId = await office.stage(office.clerk, disabled(certificate(21, '1')))

    await runJob(office.clerk, 'list.commit', { stageId, gone: 'end' })

    expect((await readEntries(reader(), 'disability')).map(({ idNumber }) => idNumber)).toEqual([
      anIdNumber(21),
    ])
  })

  test('of 低保 alone says nothing of who is on 特困', async () => {
    const relief = (kind: string, at: number): Cell[] => [`困${at}`, anIdNumber(at), kind, 300]
    const reliefHead = ['户主姓名', '身份证号', '救助类型', '月保障金额']
    await office.importList({
      bytes: aWorkbook({ lines: [reliefHead, relief('低保', 31), relief('特困', 32)] }),
    })
    const stageId = await office.stage(office.clerk, {
      bytes: aWorkbook({ lines: [reliefHead, relief('低保', 33)] }),
    })

    const { rows } = await office.clerk.list.differenceRows({ stageId, what: 'gone' })

    expect(rows.map(({ name }) => name)).toEqual(['困31'])
  })
})

test('a line keeps its sheet and row as its source, and one sheet a village comes in as one import', async () => {
  const sheet = (name: string, at: number) => ({
    name,
    lines: [
      ['户主姓名', '身份证号', '补贴面积', '账号'],
      [`户${at}`, anIdNumber(at), 3, anAccountNo(at)],
    ],
  })
  const { sheets, importId } = await office.importList({
    bytes: aWorkbook(sheet('甘亭村', 41), sheet('士师村', 42)),
    name: '2025年耕地地力保护补贴.xlsx',
  })

  const lines = await reader()
    .selectFrom('rosterLine as r')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .innerJoin('division as d', 'd.code', 'r.villageCode')
    .select(['r.name', 'r.year', 'r.line', 'b.sheet', 'd.name as village', 'b.importId'])
    .orderBy('r.name')
    .execute()

  expect(sheets.map((one) => one.sheet)).toEqual(['甘亭村', '士师村'])
  expect(lines).toEqual([
    { name: '户41', year: 2025, line: 2, sheet: '甘亭村', village: '甘亭村委会', importId },
    { name: '户42', year: 2025, line: 2, sheet: '士师村', village: '士师村委会', importId },
  ])
})

test('a column that holds village and group together is both', async () => {
  const bytes = aWorkbook({
    lines: [
      ['村组', '户主姓名', '身份证号', '银行账号', '面积', '标准', '金额'],
      ['甘亭村一组', '张三', anIdNumber(71), anAccountNo(71), 2, 67.03, 134.06],
      ['士师村第2村民小组', '李四', anIdNumber(72), anAccountNo(72), 1, 67.03, 67.03],
    ],
  })
  const { counts } = await office.importList({ kind: 'farmland-roll', bytes, year: 2025 })

  expect(counts).toMatchObject({ accepted: 2, rejected: 0 })
  const placeOf = async (text: string) => {
    const { hits } = await office.clerk.register.search({ text })
    return hits.map(({ villageName }) => villageName)
  }
  expect(await placeOf('张三')).toEqual(['甘亭村'])
  expect(await placeOf('李四')).toEqual(['士师村'])
})

test('the file itself is given back to who imported it, for a reason that stays', async () => {
  const { importId } = await office.importList({ ...register(head), name: '花名册.xlsx' })

  const file = await office.clerk.list.sourceFile({ importId, reason: '核对原件' })

  expect(file.name).toBe('花名册.xlsx')
  const trace = await reader()
    .selectFrom('auditEntry')
    .select('details')
    .where('action', '=', 'list.source-file')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(trace.details)).toMatchObject({ reason: '核对原件' })
})

describe('a land transfer ledger', () => {
  const transferHead = [
    '村',
    '转出方姓名',
    '转出方身份证号',
    '转入方',
    '转入方证件号码',
    '地块',
    '流转面积',
    '流转期限',
    '补贴归属',
    '合同编号',
  ]
  const transfer = (
    at: number,
    area: number,
    taker: Cell[] = ['种田合作社', '91141024MA0KXXXX1Y'],
  ): Cell[] => [
    ...[
      '甘亭村',
      `出${at}`,
      anIdNumber(at),
      ...taker,
      '村东',
      area,
      '2024年1月1日至2028年12月31日',
      '归转入方',
      'L1',
    ],
  ]
  const ledger = (...lines: Cell[][]) => ({
    bytes: aWorkbook({ lines: [transferHead, ...lines] }),
    name: '流转台账.xlsx',
  })
  const stored = () =>
    reader()
      .selectFrom('landTransfer')
      .select([
        'giverName',
        'takerName',
        'takerCreditCode',
        'saidBy',
        'areaCentiMu',
        'startsOn',
        'endsOn',
        'subsidyTo',
        'status',
      ])
      .orderBy('giverName')
      .orderBy('areaCentiMu')
      .execute()

  test('keeps both ends, the time and who draws the subsidy', async () => {
    const { kind, counts } = await office.importList(ledger(transfer(51, 3.5), transfer(52, 2, [null, null])))

    expect({ kind, counts }).toMatchObject({ kind: 'land-transfers', counts: { accepted: 2, warned: 1 } })
    expect(await stored()).toMatchObject([
      {
        ...{
          giverName: '出51',
          takerName: '种田合作社',
          takerCreditCode: '91141024MA0KXXXX1Y',
          saidBy: 'both',
        },
        ...{ areaCentiMu: 350, startsOn: '2024-01-01', endsOn: '2028-12-31', subsidyTo: 'taker' },
      },
      { giverName: '出52', saidBy: 'giver' },
    ])
  })

  test('takes the place of the older one line by line, and gives it back when it is taken back', async () => {
    await office.importList(ledger(transfer(51, 3.5)))
    const { importId, difference } = await office.importList(ledger(transfer(51, 4)))
    const after = (await stored()).map(({ areaCentiMu, status }) => [areaCentiMu, status])

    await runJob(office.clerk, 'list.undo', { importId, reason: '量错了' })

    expect(difference).toMatchObject({ changed: 1 })
    expect(after).toEqual([
      [350, 'ended'],
      [400, 'active'],
    ])
    expect((await stored()).map(({ areaCentiMu, status }) => [areaCentiMu, status])).toEqual([
      [350, 'active'],
    ])
  })
})

test('convicts keep from when to when, in one column or in two, and digits of an area are never cut', async () => {
  await office.importList({
    bytes: aWorkbook({
      lines: [
        ['姓名', '身份证号', '人员类别', '刑期起止', '服刑监狱'],
        ['犯一', anIdNumber(61), '服刑', '自2024年3月5日起至2027年3月4日止', '临汾监狱'],
        ['戒二', anIdNumber(62), '强戒', '2025.1.1-2026.12.31', ''],
      ],
    }),
  })
  const roll = aRollSheet([aRollPerson(1, { areaMu: 3.4567 })])
  const { counts } = await office.importList({ bytes: roll, kind: 'farmland-roll', year: 2025 })

  const entries = await readEntries(reader(), 'conviction')

  expect(entries.map(({ category, onDay, untilDay }) => [category, onDay, untilDay])).toEqual([
    ['prison', '2024-03-05', '2027-03-04'],
    ['rehabilitation', '2025-01-01', '2026-12-31'],
  ])
  expect(counts).toMatchObject({ accepted: 0, rejected: 1 })
})
