import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { ProblemCode } from '../../src-main/domain/problem.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'
import { anXlsxWithSheet } from '../workbook/a-zip.ts'

const good = { kind: 'farmland-roll' as const, bytes: aRollSheet([aRollPerson(1)]), year: 2025 }
const page =
  '<!DOCTYPE html><html><body><table><tr><td>户主姓名</td><td>身份证号</td></tr></table></body></html>'

const refused: readonly [what: string, bytes: () => Uint8Array | string, code: ProblemCode][] = [
  ['a web page named .xlsx', () => page, 'file.is-web-page'],
  ['an encrypted workbook', encryptedWorkbook, 'file.is-password-protected'],
  [
    'a sheet with no header',
    () =>
      aWorkbook({
        lines: [
          ['张三', '五亩'],
          ['李四', '六亩'],
        ],
      }),
    'list.no-header',
  ],
  ['a file of no bytes, still being saved', () => '', 'file.is-empty'],
  ['a sheet with a header and nothing below', headerOnly, 'list.no-rows'],
  ['a zip bomb', () => anXlsxWithSheet(Buffer.alloc(60 * 1024 * 1024, ' ')), 'file.is-a-bomb'],
  ['half a workbook', () => good.bytes.subarray(0, good.bytes.length / 2), 'file.damaged'],
]

describe('a broken file', () => {
  let office: AnOffice
  beforeAll(async () => {
    office = await anOffice()
  })
  afterAll(() => office.remove())

  test.each(refused)('%s is refused by name, and everybody goes on', async (_what, bytes, code) => {
    const fileToken = await office.handIn('清册.xlsx', bytes())

    expect(
      await jobRefusal(office.clerk, 'list.stage', { fileToken, kind: 'farmland-roll', year: 2025 }),
    ).toBe(code)
    expect((await office.clerk.list.imports()).length).toBe(0)
    expect(await office.reviewer.register.summary()).toMatchObject({ people: 0, households: 0 })
  })

  test('holds nobody else up while it is being read', async () => {
    const fileToken = await office.handIn('大.xlsx', aWorkbook({ lines: manyLines(30_000) }))
    const { jobId } = await office.clerk.job.start({
      kind: 'list.stage',
      input: { fileToken, kind: 'farmland-roll', year: 2025 },
    })

    const summary = await office.reviewer.register.summary()
    const running = (await office.clerk.job.list()).find((job) => job.jobId === jobId)
    await office.clerk.job.cancel({ jobId })

    expect({ people: summary.people, state: running?.state }).toEqual({ people: 0, state: 'running' })
    for await (const event of await office.clerk.job.watch({ jobId }))
      if (event.state !== 'running') expect(event.state).toBe('cancelled')
  })
})

test('the owner file a spreadsheet program leaves beside an open one is told from it', async () => {
  const office = await anOffice()
  const fileToken = await office.handIn('~$清册.xlsx', Buffer.alloc(165, 'W'))

  const refusal = await jobRefusal(office.clerk, 'list.stage', { fileToken })
  await office.remove()

  expect(refusal).toBe('file.is-lock-file')
})

test('a list without a column it needs is shown with what it lacks, and cannot be imported like that', async () => {
  const office = await anOffice()
  const lines = [
    ['村', '户主姓名', '身份证号', '面积'],
    ['甘亭村', '周五', anIdNumber(5), 3],
  ]
  const stageId = await office.stage(office.clerk, { ...good, bytes: aWorkbook({ lines }) })

  const { missing } = await office.clerk.list.stage({ stageId })
  const refusal = await jobRefusal(office.clerk, 'list.commit', { stageId })
  const counts = Object.fromEntries(await office.closeAndCount())
  await office.remove()

  expect(missing).toEqual(['“表1”表的账号'])
  expect(refusal).toBe('list.columns-missing')
  expect(counts).toMatchObject({ listBatch: 0, person: 0, vaultFile: 0 })
})

test('broken files leave every table as it was', async () => {
  const office = await anOffice()
  await office.importList(good)
  for (const [, bytes] of refused) {
    const fileToken = await office.handIn('清册.xlsx', bytes())
    await jobRefusal(office.clerk, 'list.stage', { fileToken, kind: 'farmland-roll', year: 2025 })
  }

  const counts = Object.fromEntries(await office.closeAndCount())
  await office.remove()

  expect(counts).toEqual({
    listBatch: 1,
    listReject: 0,
    rosterLine: 1,
    person: 1,
    household: 0,
    account: 1,
    vaultFile: 1,
  })
})

describe('a bad row in a good file', () => {
  let office: AnOffice
  beforeAll(async () => {
    office = await anOffice()
  })
  afterAll(() => office.remove())

  test('a formula typed as a name comes back, as text, and is never one in the reject sheet', async () => {
    const bytes = aRollSheet([aRollPerson(1), aRollPerson(2, { name: `=cmd|' /C calc'!A0` })])
    const { importId, counts } = await office.importList({ ...good, bytes })

    const { token } = await office.clerk.list.rejectFile({ importId })
    const book = XLSX.read(await readFile((await office.core.files.take(token)).path), { cellFormula: true })
    const cells = Object.values(book.Sheets[book.SheetNames[0]!]!) as {
      t?: string
      f?: string
      v?: unknown
    }[]

    expect(counts).toMatchObject({ accepted: 1, rejected: 1 })
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([])
    expect(cells.some((cell) => cell.t === 's' && String(cell.v).includes('cmd|'))).toBe(true)
  })

  test('headers named after what every object has are columns like any other', async () => {
    const headers = ['__proto__', 'constructor', 'toString', '村', '户主姓名', '身份证号', '面积', '账号']
    const line = ['x', 'y', 'z', '甘亭村', '周五', anIdNumber(5), 3, anAccountNo(5)]
    const stageId = await office.stage(office.clerk, {
      ...good,
      bytes: aWorkbook({ lines: [headers, line] }),
    })

    const { tables, counts } = await office.clerk.list.stage({ stageId })

    expect(counts).toMatchObject({ accepted: 1, rejected: 0 })
    expect(tables[0]?.columns.map(({ header }) => header)).toEqual(headers)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect(await runJob(office.clerk, 'list.commit', { stageId })).toMatchObject({ counts: { accepted: 1 } })
  })
})

function headerOnly(): Uint8Array {
  return aWorkbook({ lines: [['村', '户主姓名', '身份证号', '面积', '账号']] })
}

function encryptedWorkbook(): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(6000, 7))
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer
}

function manyLines(count: number): (string | number)[][] {
  const rows = Array.from({ length: count }, (_, at) => [
    '甘亭村',
    '王五',
    anIdNumber(at % 100),
    3,
    anAccountNo(at),
  ])
  return [['村', '户主姓名', '身份证号', '面积', '账号'], ...rows]
}
