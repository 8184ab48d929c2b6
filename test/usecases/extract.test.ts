import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobInput } from '../../src-main/contract/job.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import type { Client } from '../../src-main/host/carriers/in-process.ts'
import { aPerson, anOffice, jobRefusal, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { period, submitted } from '../builders/a-period.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { packedText, sheetLines } from '../builders/sheet-text.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const born = (order: number, birth: string) => anIdNumber(order, { birth })
const registerHead = ['户编号', '村', '组', '姓名', '关系', '身份证号', '联系电话']
const register = aWorkbook({
  lines: [
    registerHead,
    [`${gantingCode}00011`, '甘亭村', '一组', '郑一', '户主', born(11, '19460630'), '13811110001'],
    [`${gantingCode}00011`, '甘亭村', '一组', '郑二', '子', born(12, '19460702'), ''],
    [`${gantingCode}00012`, '甘亭村', '二组', '周三', '户主', born(13, '20100101'), '13811110003'],
    [`${shishiCode}00001`, '士师村', '一组', '郑四', '户主', born(14, '19900101'), ''],
  ],
})
const everybody = { grain: 'person' as const, columns: ['village', 'name'], conditions: {} }

async function registered() {
  await office.importList({ kind: 'household-register', bytes: register })
}

async function names(conditions: object, client: Client = office.clerk): Promise<string[]> {
  const definition = { ...everybody, conditions }
  const { rows } = await client.extract.rows({ definition, limit: 500 })
  const { rows: counted } = await client.extract.count({ definition })
  expect(counted).toBe(rows.length)
  return rows.map(({ cells }) => cells[1]!)
}

async function bytesOf(token: string): Promise<Uint8Array> {
  return readFile((await office.core.files.take(token)).path)
}

describe('conditions', () => {
  test('find exactly those people', async () => {
    await registered()
    const asked: [string, object, string[]][] = [
      ['nothing', {}, ['郑一', '郑二', '周三', '郑四']],
      ['a village', { villages: [shishiCode] }, ['郑四']],
      ['a group, however it is written', { group: '第二村民小组' }, ['周三']],
      ['part of a name', { name: '郑' }, ['郑一', '郑二', '郑四']],
      ['a wildcard, which is no wildcard', { name: '%' }, []],
      ['80 years on 1 July', { ageFrom: 80 }, ['郑一']],
      ['under 80, to the day', { ageFrom: 79, ageTo: 79 }, ['郑二']],
      ['up to 16', { ageTo: 16 }, ['周三']],
      ['a telephone', { hasPhone: true }, ['郑一', '周三']],
      ['no account', { hasAccount: false }, ['郑一', '郑二', '周三', '郑四']],
      ['a sex nobody has', { sex: 'female', name: '郑一' }, []],
    ]

    for (const [what, conditions, found] of asked)
      expect([what, await names(conditions)]).toEqual([what, found])
  })

  test('of taking part find who has an application or a roll line of that programme and year', async () => {
    await submitted(office, [aRollPerson(1), aRollPerson(2, { village: '士师村' })])

    expect(await names({ programmeCode: 'NY01', year: 2025, takesPart: true })).toHaveLength(2)
    expect(await names({ programmeCode: 'NY01', year: 2024, takesPart: true })).toEqual([])
    expect(await names({ programmeCode: 'NY01', year: 2024, takesPart: false })).toHaveLength(2)
  })

  test('a definition that asks for what is not there says so at the column', async () => {
    const definition = { ...everybody, columns: ['name', 'amount'] }

    const refused = office.clerk.extract.count({ definition })

    await expect(refused).rejects.toMatchObject({
      data: { code: 'input.invalid', facts: { fields: [{ path: 'columns.1', rule: 'unknown' }] } },
    })
  })
})

test('lines come page by page, each once, in the order of villages and households', async () => {
  await registered()
  const definition = { ...everybody, columns: ['name'] }
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: { rows: { cells: string[] }[]; next: string | null } = await office.clerk.extract.rows({
      definition,
      after,
      limit: 1,
    })
    seen.push(...page.rows.map(({ cells }) => cells[0]!))
    after = page.next
  } while (after !== null)

  expect(seen).toEqual(['郑一', '郑二', '周三', '郑四'])
})

describe('scope', () => {
  async function clerkOf(name: string, grant: { programmeCode: string; villageCode: string }) {
    const { userId } = await office.administrator.user.create(aPerson(name, 'clerk'))
    const { version } = (await office.administrator.user.list()).find((user) => user.userId === userId)!
    await office.administrator.user.setGrants({ userId, version, grants: [{ role: 'clerk', ...grant }] })
    return windowOf(office.core, name)
  }

  test('a clerk of one village finds nobody of another, whatever is asked', async () => {
    await registered()
    const own = await clerkOf('ganting', { programmeCode: '*', villageCode: gantingCode })

    expect(await names({}, own)).toEqual(['郑一', '郑二', '周三'])
    expect(await names({ name: '郑四' }, own)).toEqual([])
    const definition = { ...everybody, conditions: { villages: [shishiCode] } }
    expect(await refusalOf(own.extract.rows({ definition }))).toBe('permission.denied')
    expect(await jobRefusal(own, 'extract.export', exporting({ definition }))).toBe('permission.denied')
  })

  test('who may not see a programme learns of no application of it, not even that there is one', async () => {
    await submitted(office, [aRollPerson(1)])
    const own = await clerkOf('other', { programmeCode: 'MZ01', villageCode: '*' })
    const applications = { grain: 'application' as const, columns: ['name', 'amount'], conditions: {} }

    expect((await own.extract.count({ definition: applications })).rows).toBe(0)
    expect((await own.extract.count({ definition: { ...applications, grain: 'roster' } })).rows).toBe(0)
    const conditions = { programmeCode: 'NY01', takesPart: true }
    expect(await refusalOf(own.extract.count({ definition: { ...everybody, conditions } }))).toBe(
      'permission.denied',
    )
    expect((await office.clerk.extract.count({ definition: applications })).rows).toBe(1)
  })

  test('a ledger entry of others is only for who may see everything', async () => {
    await registered()
    await runJob(office.clerk, 'extract.export', exporting({}))
    const own = await clerkOf('ganting', { programmeCode: '*', villageCode: gantingCode })

    expect((await own.extract.ledger({})).rows).toEqual([])
    expect((await office.approver.extract.ledger({})).total).toBe(1)
  })
})

type Export = JobInput<'extract.export'>
const allColumns = [
  'village',
  'householdNo',
  'householder',
  'name',
  'birthDate',
  'idNumber',
  'phone',
  'accountNo',
  'remark',
]

function exporting(change: Partial<Export>): Export {
  const definition = { ...everybody, columns: allColumns }
  return { definition, title: '高龄老人名单', format: 'xlsx', reason: '核对高龄津贴', ...change }
}

describe('a masked table', () => {
  const people = [1, 2, 3].map((order) => aRollPerson(order))
  const numbers = people.flatMap(({ idNumber, accountNo }) => [idNumber, accountNo])

  test.each(['xlsx', 'csv'] as const)('as %s holds no seven digits of anybody’s number', async (format) => {
    await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })

    const {
      file,
      rows,
      people: counted,
    } = await runJob(office.clerk, 'extract.export', exporting({ format }))

    const bytes = await bytesOf(file.token)
    const text = format === 'csv' ? new TextDecoder().decode(bytes) : packedText(bytes)
    expect({ rows, counted }).toEqual({ rows: 3, counted: 3 })
    expect(text).toContain(`…${people[0]!.idNumber.slice(-4)}`)
    expect(text).toContain(`…${people[0]!.accountNo.slice(-4)}`)
    expect(text).not.toContain('1960-01-01')
    expect(leakFinder(numbers)(text)).toEqual([])
  })

  test('does not give a number away that somebody wrote into a remark', async () => {
    const secret = anAccountNo(77)
    const lines = [
      [...registerHead, '备注'],
      ['H1', '甘亭村', '一组', '郑一', '户主', anIdNumber(21), '', `旧卡 ${secret}`],
    ]
    await office.importList({ kind: 'household-register', bytes: aWorkbook({ lines }) })

    const { file } = await runJob(office.clerk, 'extract.export', exporting({ format: 'csv' }))

    const text = new TextDecoder().decode(await bytesOf(file.token))
    expect(text).toContain('旧卡 ***')
    expect(text).not.toContain(secret)
  })

  test('says under its lines who made it, when, for what, and under which number', async () => {
    await registered()

    const { file, serial } = await runJob(
      office.clerk,
      'extract.export',
      exporting({ recipient: '县民政局' }),
    )

    const lines = sheetLines(await bytesOf(file.token))
    expect(lines[0]![0]).toBe('甘亭镇高龄老人名单')
    expect(lines[1]!.slice(0, 4)).toEqual(['序号', '村', '户编号', '户主'])
    expect(lines[2]!.slice(0, 4)).toEqual(['1', '甘亭村', '00011', '郑一'])
    const foot = lines.at(-1)![0]!
    for (const said of [serial, 'clerk同志', '2026年7月1日 09:00', '核对高龄津贴', '县民政局', '后四位'])
      expect(foot).toContain(said)
  })

  test('sums area and money to the fen, and keeps them numbers', async () => {
    await submitted(office, [aRollPerson(1), aRollPerson(2, { areaMu: 3.33 })])
    const definition = {
      grain: 'application' as const,
      columns: ['name', 'area', 'amount', 'status'],
      conditions: { ...period, statuses: ['submitted' as const] },
    }

    const { file } = await runJob(office.clerk, 'extract.export', exporting({ definition }))

    const lines = sheetLines(await bytesOf(file.token))
    expect(lines.slice(2, 5).map((line) => line.slice(1, 5))).toEqual([
      ['张二', '5.00', '335.15', '待初审'],
      ['张三', '3.33', '223.21', '待初审'],
      ['', '8.33', '558.36', ''],
    ])
  })

  test('of nobody is not made', async () => {
    expect(await jobRefusal(office.clerk, 'extract.export', exporting({}))).toBe('extract.nothing-found')
  })
})

describe('the ledger', () => {
  test('keeps every table that left: who, when, what, how many, why, its digest and until when', async () => {
    await registered()
    const { serial } = await runJob(office.clerk, 'extract.export', exporting({ recipient: '县民政局' }))

    const { rows } = await office.reviewer.extract.ledger({})

    expect(rows).toMatchObject([
      {
        ...{ serial, kind: 'extract', title: '高龄老人名单', fullNumbers: false, rows: 4, people: 4 },
        ...{ reason: '核对高龄津贴', recipient: '县民政局', madeBy: 'clerk同志', secondBy: null },
        ...{ madeAt: '2026-07-01T01:00:00.000Z', keptUntil: '2029-07-01' },
      },
    ])
    expect(rows[0]!.conditions).toBe('人（一人一行）；全部可见的村')
    expect(rows[0]!.columns).toContain('身份证号')
    expect(rows[0]!.fileSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('cannot be changed or shortened, not even past the program', async () => {
    await registered()
    await runJob(office.clerk, 'extract.export', exporting({}))
    const { store } = office.core.connect('any').context.host.door

    const change = store.inTransaction((writer) =>
      writer.updateTable('exportLedger').set({ rows: 0 }).execute(),
    )
    const shorten = store.inTransaction((writer) => writer.deleteFrom('exportLedger').execute())

    await expect(change).rejects.toThrow('never changed')
    await expect(shorten).rejects.toThrow('never shortened')
  })
})

describe('a kept definition', () => {
  const kept = { name: '八十以上', definition: { ...everybody, conditions: { ageFrom: 80 } } }

  test('is there for everybody, finds anew, and is replaced only by who kept it', async () => {
    const { definitionId } = await office.clerk.extract.saveDefinition(kept)
    expect(await refusalOf(office.reviewer.extract.saveDefinition(kept))).toBe('extract.name-taken')
    const again = await office.clerk.extract.saveDefinition(kept)

    const shown = await office.reviewer.extract.definitions()

    expect(again.definitionId).toBe(definitionId)
    expect(shown).toMatchObject([{ ...kept, definitionId, isOwn: false, savedBy: 'clerk同志' }])
    expect(await refusalOf(office.reviewer.extract.removeDefinition({ definitionId }))).toBe(
      'record.not-found',
    )
    await office.clerk.extract.removeDefinition({ definitionId })
    expect(await office.clerk.extract.definitions()).toEqual([])
  })
})
