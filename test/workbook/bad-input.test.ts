import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { Problem } from '../../src-main/domain/problem.ts'
import { readTable } from '../../src-main/workbook/read-table.ts'
import { aWorkbook } from './a-workbook.ts'
import { aZip, anXlsxWithSheet, sheetXml } from './a-zip.ts'
import { idNumber, name } from './list-fields.ts'
import { readBytes } from './read-bytes.ts'
import type { ReadRequest } from '../../src-main/workbook/table-read.ts'

const samples = resolve(import.meta.dirname, '../../../shared/samples')
const worker = new URL('../../src-main/workbook/read-worker.ts', import.meta.url)
const megabyte = 1024 * 1024
const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号码</t></is></c></row>'
const goodBytes = aWorkbook({
  lines: [
    ['姓名', '身份证号码'],
    ['张伟', '142625196612159806'],
  ],
})

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function askFor(fileName: string, bytes: Uint8Array): Promise<ReadRequest> {
  const path = join(folder, fileName)
  await writeFile(path, bytes)
  return { path, fileName, header: { fields: [name, idNumber] } }
}

function ole(stream: string): Buffer {
  const container = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(container, stream, Buffer.alloc(6000, 7))
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer
}

describe('a file that is no list', () => {
  it.each([
    ['a web page', '<html><body><table><tr><td>姓名</td></tr></table>', 'file.is-web-page'],
    ['a web page with a mark and blanks before it', '\ufeff \n<!DOCTYPE html><html>', 'file.is-web-page'],
    ['a web page that says it is XML', '<?xml version="1.0"?><!DOCTYPE html><html/>', 'file.is-web-page'],
    ['a web archive', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', 'file.is-web-page'],
    ['a PDF', '%PDF-1.7 姓名', 'file.not-a-spreadsheet'],
    ['nothing', '', 'file.is-empty'],
    ['a letter', '同志们：\n请于本周五前报送。', 'list.no-header'],
  ])('%s is refused by name', async (_, text, code) => {
    await expect(readBytes(Buffer.from(text))).rejects.toMatchObject({
      code,
      facts: { fileName: '名册.xlsx' },
    })
  })

  it.each([
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'file.not-a-spreadsheet'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.not-a-spreadsheet'],
    [
      'a zip of something else',
      aZip([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]),
      'file.not-a-spreadsheet',
    ],
    ['a Word document', ole('/WordDocument'), 'file.not-a-spreadsheet'],
    ['an encrypted workbook', ole('/EncryptedPackage'), 'file.is-password-protected'],
    ['the start of a zip', Buffer.from('504b030414000000', 'hex'), 'file.damaged'],
    ['half a workbook', goodBytes.subarray(0, goodBytes.length / 2), 'file.damaged'],
  ])('%s is refused by name', async (_, bytes, code) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code })
  })

  it('is damaged when one bit of a sheet is wrong', async () => {
    const zip = anXlsxWithSheet(sheetXml(head + '<row r="2"><c r="A2"><v>123456</v></c></row>'))
    const flipped = Buffer.from(zip)
    const at = zip.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 20
    flipped[at] = (flipped[at] ?? 0) ^ 4

    await expect(readBytes(zip)).resolves.toBeDefined()
    await expect(readBytes(flipped)).rejects.toMatchObject({ code: 'file.damaged' })
  })
})

describe('a file that is too much', () => {
  it('is a bomb when a member swells two hundredfold, and is not unpacked', async () => {
    const zip = anXlsxWithSheet(Buffer.alloc(60 * megabyte, ' '))

    expect(zip.length).toBeLessThan(megabyte)
    await expect(readBytes(zip)).rejects.toMatchObject({ code: 'file.is-a-bomb' })
  })

  it('is a bomb when a member is larger than it says', async () => {
    const zip = anXlsxWithSheet(Buffer.alloc(60 * megabyte, ' '), 5000)

    await expect(readBytes(zip)).rejects.toMatchObject({ code: 'file.is-a-bomb' })
  })

  it('is a bomb when it has more members than any workbook', async () => {
    const zip = aZip(
      Array.from({ length: 30 }, (_, at) => ({ name: `xl/${at}.xml`, bytes: Buffer.from('<a/>') })),
    )

    await expect(readBytes(zip, { limits: { members: 20 } })).rejects.toMatchObject({
      code: 'file.is-a-bomb',
    })
  })

  it('says the limit when a sheet unpacks to 200 MB', async () => {
    const zip = anXlsxWithSheet(sheetXml(head), 200 * megabyte)
    const limits = { ratio: Number.MAX_SAFE_INTEGER }

    await expect(readBytes(zip, { limits })).rejects.toMatchObject({
      code: 'file.too-large',
      facts: { limit: 150, unit: 'MB' },
    })
  })

  it('says the limit of a 200 MB file without reading it', async () => {
    const path = join(folder, '大表.xlsx')
    const file = await open(path, 'w')
    await file.truncate(200 * megabyte)
    await file.close()
    const request = { path, fileName: '大表.xlsx', header: { fields: [name] } }

    await expect(readTable(request, { worker: 'never-started.js' })).rejects.toMatchObject({
      code: 'file.too-large',
      facts: { fileName: '大表.xlsx', limit: 50, unit: 'MB' },
    })
  })

  it('says how many rows it takes, also when only the last of them is far down', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`,
    ).join('')
    const far = '<row r="900"><c r="A900"><v>1</v></c></row>'
    const tooMany = { code: 'file.too-large', facts: { limit: 20, unit: 'rows' } }

    await expect(
      readBytes(anXlsxWithSheet(sheetXml(head + rows)), { limits: { rows: 20 } }),
    ).rejects.toMatchObject(tooMany)
    await expect(
      readBytes(anXlsxWithSheet(sheetXml(head + far)), { limits: { rows: 20 } }),
    ).rejects.toMatchObject(tooMany)
  })

  it('says how many columns it takes', async () => {
    const wide = '<row r="2"><c r="XFD2"><v>1</v></c></row>'

    await expect(readBytes(anXlsxWithSheet(sheetXml(head + wide)))).rejects.toMatchObject({
      code: 'file.too-large',
      facts: { limit: 200, unit: 'columns' },
    })
  })

  it('is refused when one long text stands in too many cells', async () => {
    const long = 'x'.repeat(30_000)
    const lines = [['姓名', '身份证号码'], ...Array.from({ length: 80 }, () => [long, long])]

    await expect(readBytes(aWorkbook({ lines }), { limits: { memberMegabytes: 4 } })).rejects.toMatchObject({
      code: 'file.too-large',
    })
  })
})

describe('the process that reads', () => {
  it('hands over the refusal with its facts', async () => {
    const request = await askFor('名册.xlsx', Buffer.from('<html>'))
    const refusal = await readTable(request, { worker }).catch((error: unknown) => error)

    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ code: 'file.is-web-page', facts: { fileName: '名册.xlsx' } })
  })

  it('is ended when the one who asks gives up', async () => {
    const path = join(samples, '户籍人口花名册.xlsx')
    const giveUp = new AbortController()
    const request = { path, fileName: '花名册.xlsx', header: { fields: [name, idNumber] } }
    const reading = readTable(request, { worker, signal: giveUp.signal, onProgress: () => giveUp.abort() })

    await expect(reading).rejects.toMatchObject({ code: 'job.cancelled' })
  })

  it('is not started for one who has given up already', async () => {
    const request = await askFor('好.xlsx', goodBytes)

    await expect(
      readTable(request, { worker: 'never-started.js', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      code: 'job.cancelled',
    })
  })

  it('is ended when its time is over', async () => {
    const path = join(samples, '户籍人口花名册.xlsx')
    const request = {
      path,
      fileName: '花名册.xlsx',
      header: { fields: [name, idNumber] },
      limits: { seconds: 0.1 },
    }

    await expect(readTable(request, { worker })).rejects.toMatchObject({
      code: 'file.timed-out',
      facts: { seconds: 0.1 },
    })
  })

  it('may use up its memory, and the one who asks is told the file is too large and goes on', async () => {
    const path = join(samples, '户籍人口花名册.xlsx')
    const request = {
      path,
      fileName: '花名册.xlsx',
      header: { fields: [name, idNumber] },
      limits: { memoryMegabytes: 24 },
    }

    await expect(readTable(request, { worker })).rejects.toMatchObject({ code: 'file.too-large' })
    await expect(readTable(await askFor('好.xlsx', goodBytes), { worker })).resolves.toMatchObject({
      rows: [{ line: 2 }],
    })
  })

  it('is told to look for a file that is not there', async () => {
    const request = { path: join(folder, '没有.xlsx'), fileName: '没有.xlsx', header: { fields: [name] } }

    await expect(readTable(request, { worker })).rejects.toMatchObject({ code: 'file.not-found' })
  })
})

describe('any bytes at all', () => {
  const seeds = ['死亡人员名单.xls', '财政供养人员名单.xlsx', '残疾人证名单.csv'].map((file) =>
    readFileSync(join(samples, file)),
  )

  /** Read or refused with a Problem; anything else is our defect. */
  async function isReadOrRefused(bytes: Uint8Array): Promise<void> {
    const refusal = await readBytes(bytes).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (refusal !== undefined) expect(refusal).toBeInstanceOf(Problem)
  }

  it('are read or refused', async () => {
    const starts = ['', 'PK\u0003\u0004', '<', '姓名,身份证号码\n'].map((start) => Buffer.from(start))
    const anyBytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }))
    await fc.assert(
      fc.asyncProperty(anyBytes, ([start, bytes]) => isReadOrRefused(Buffer.concat([start, bytes]))),
      { numRuns: 400 },
    )
  })

  it('are read or refused when a real file is cut off or altered anywhere', async () => {
    const change = fc.record({
      file: fc.constantFrom(...seeds),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
      isCut: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ file, at, byte, isCut }) => {
        const place = Math.floor(at * (file.length - 1))
        const bytes = isCut ? file.subarray(0, place) : Buffer.from(file)
        if (!isCut) bytes[place] = byte
        await isReadOrRefused(bytes)
      }),
      { numRuns: 120 },
    )
  })
})
