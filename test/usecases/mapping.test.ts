import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aWorkbook, type Cell } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const shown = (stageId: string) => office.clerk.list.stage({ stageId })
type Plan = Awaited<ReturnType<typeof shown>>['plan']

/** Judges again after a change to the plan as it is shown. */
async function remap(stageId: string, change: (plan: Plan) => Plan) {
  const { plan } = await shown(stageId)
  await runJob(office.clerk, 'list.remap', { stageId, plan: change(plan) })
  return shown(stageId)
}

const withFields = (plan: Plan, fields: (string | null)[]): Plan => ({
  ...plan,
  sheets: plan.sheets.map((sheet) => ({ ...sheet, fields })),
})

/** The amount stands where nobody would look for it. */
const strange = (from: number) => ({
  kind: 'farmland-roll' as const,
  year: 2025,
  bytes: aWorkbook({
    lines: [
      ['村', '户主姓名', '身份证号', '甲数', '乙数', '账号'],
      ['甘亭村', '周五', anIdNumber(from), 9, 3.5, anAccountNo(from)],
    ],
  }),
})
const right = ['village', 'name', 'idNumber', null, 'area', 'accountNo']

describe('a mapping the clerk puts right', () => {
  test('is judged at once from the file that is there already', async () => {
    const stageId = await office.stage(office.clerk, strange(1))
    const before = await shown(stageId)

    const after = await remap(stageId, (plan) => withFields(plan, right))
    const { sums } = await runJob(office.clerk, 'list.commit', { stageId })

    expect(before.missing).toEqual(['“表1”表的补贴面积'])
    expect(after).toMatchObject({ missing: [], counts: { accepted: 1, rejected: 0 } })
    expect(sums?.areaCentiMu).toBe(350)
  })

  test('is remembered for files with this head, says whose it is, and can be forgotten', async () => {
    const first = await office.stage(office.clerk, strange(1))
    await remap(first, (plan) => withFields(plan, right))
    await runJob(office.clerk, 'list.commit', { stageId: first })

    const second = await office.stage(office.clerk, strange(2))
    const remembered = await shown(second)
    const [note] = remembered.remembered
    await office.clerk.list.forgetMapping({ kind: 'farmland-roll', shape: note!.shape })
    const third = await shown(await office.stage(office.clerk, strange(3)))

    expect(remembered).toMatchObject({ missing: [], counts: { accepted: 1 } })
    expect(note).toMatchObject({ savedBy: 'clerk同志' })
    expect(remembered.tables[0]?.columns[4]?.sureness).toBe('按上次的对应')
    expect(third).toMatchObject({ missing: ['“表1”表的补贴面积'], remembered: [] })
  })

  test('is not remembered when it is what the program had found', async () => {
    const lines = [
      ['村', '户主姓名', '身份证号', '面积', '账号'],
      ['甘亭村', '周五', anIdNumber(1), 3.5, anAccountNo(1)],
    ]
    await office.importList({ kind: 'farmland-roll', year: 2025, bytes: aWorkbook({ lines }) })

    lines[1]![3] = 4
    const stageId = await office.stage(office.clerk, {
      year: 2024,
      kind: 'farmland-roll',
      bytes: aWorkbook({ lines }),
    })

    expect((await shown(stageId)).remembered).toEqual([])
  })

  test('may have its head on other lines', async () => {
    const lines: Cell[][] = [
      ['村', '户主姓名', '身份证号', '面积', '账号'],
      ['（村名）', '（按户口簿）', '（18 位）', '（亩）', '（社保卡）'],
      ['甘亭村', '周五', anIdNumber(1), 3.5, anAccountNo(1)],
    ]
    const stageId = await office.stage(office.clerk, {
      kind: 'farmland-roll',
      year: 2025,
      bytes: aWorkbook({ lines }),
    })
    const before = await shown(stageId)

    const after = await remap(stageId, (plan) => ({
      ...plan,
      sheets: plan.sheets.map((sheet) => ({ ...sheet, headerTo: 2, fields: [] })),
    }))

    expect(before.counts).toMatchObject({ accepted: 1, rejected: 1 })
    expect(after.counts).toMatchObject({ accepted: 1, rejected: 0 })
  })

  test('may take a sheet that was left out, and leave another', async () => {
    const sheet = (name: string, at: number) => ({
      name,
      lines: [
        ['村', '户主姓名', '身份证号', '面积', '账号'],
        ['甘亭村', '周五', anIdNumber(at), 3.5, anAccountNo(at)],
      ],
    })
    const stageId = await office.stage(office.clerk, {
      ...{ kind: 'farmland-roll', year: 2025 },
      bytes: aWorkbook(sheet('清册', 1), { ...sheet('补登', 2), isHidden: true }),
    })
    const before = await shown(stageId)

    const after = await remap(stageId, (plan) => ({
      ...plan,
      sheets: [{ sheet: '补登', headerFrom: 1, headerTo: 1, fields: [], constants: {} }],
    }))

    expect(before.sheets).toMatchObject([
      { chosen: true },
      { name: '补登', chosen: false, why: '隐藏的表，没有选' },
    ])
    expect(after.tables.map(({ sheet: name }) => name)).toEqual(['补登'])
    expect(after.counts.accepted).toBe(1)
  })

  test('may be of another kind', async () => {
    const lines = [
      ['姓名', '身份证号', '单位', '类别'],
      ['周五', anIdNumber(1), '临汾监狱', '服刑'],
    ]
    const stageId = await office.stage(office.clerk, {
      bytes: aWorkbook({ lines }),
      name: '名单.xlsx',
      kind: 'payroll',
    })

    const after = await remap(stageId, (plan) => ({ ...plan, kind: 'convicted', sheets: [] }))

    expect(after).toMatchObject({ kind: 'convicted', counts: { accepted: 1 } })
  })
})

describe('words the program does not know', () => {
  const allowance = (category: string, at = 1) => ({
    name: '2026年6月发放名册.xlsx',
    bytes: aWorkbook({
      lines: [
        ['姓名', '身份证号', '补贴类别', '金额', '账号'],
        ['周五', anIdNumber(at), category, 122, anAccountNo(at)],
      ],
    }),
  })

  test('send lines back until the clerk says what they mean; that is remembered too', async () => {
    const stageId = await office.stage(office.clerk, allowance('残补二类'))
    const before = await shown(stageId)

    const after = await remap(stageId, (plan) => ({ ...plan, said: { category: { 残补二类: 'MZ06' } } }))
    await runJob(office.clerk, 'list.commit', { stageId })
    const again = await shown(await office.stage(office.clerk, allowance('残补二类', 2)))

    expect(before.words).toMatchObject([{ field: 'category', word: '残补二类', count: 1, meaning: null }])
    expect(before.counts).toMatchObject({ accepted: 0, rejected: 1 })
    expect(after.counts).toMatchObject({ accepted: 1, rejected: 0 })
    expect(again).toMatchObject({ words: [{ meaning: 'MZ06' }], counts: { accepted: 1 } })
  })

  test('are taken for a programme where they name only one', async () => {
    const { words, counts } = await shown(await office.stage(office.clerk, allowance('重残护理补贴')))

    expect(words).toMatchObject([{ meaning: 'MZ06', meaningLabel: '重度残疾人护理补贴' }])
    expect(counts.accepted).toBe(1)
  })
})
