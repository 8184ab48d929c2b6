import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { aLegacyWorkbook, aWorkbook } from './a-workbook.ts'
import { anXlsxWithSheet, sheetXml } from './a-zip.ts'
import { aField, areaMu, idNumber, name, village } from './list-fields.ts'
import { accountedLines, readBytes } from './read-bytes.ts'
import type { Cell } from './a-workbook.ts'

const people: Cell[][] = [
  ['1', '张伟', '142625196612159806'],
  ['2', '𠅤·买买提', '14262519480416917X'],
]
const request = { header: { fields: [name, idNumber] } }

function namesOf(
  rows: readonly { cells: Readonly<Record<string, { text: string }>> }[],
): (string | undefined)[] {
  return rows.map((row) => row.cells['name']?.text)
}

describe('where the header is', () => {
  it('finds it on any of the first fifteen lines, whatever the order of the columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 14 }),
        fc.shuffledSubarray(['序号', '姓名', '公民身份号码'], { minLength: 3 }),
        async (above, headers) => {
          const titles: Cell[][] = Array.from({ length: above }, (_, at) => [
            at % 2 === 0 ? `第${at}行题目` : null,
          ])
          const places = ['序号', '姓名', '公民身份号码'].map((header) => headers.indexOf(header))
          const rows = people.map((person) => places.map((_, at) => person[places.indexOf(at)] ?? null))
          const table = await readBytes(aWorkbook({ lines: [...titles, headers, ...rows] }), request)

          expect(table.headerLines).toEqual([above + 1])
          expect(namesOf(table.rows)).toEqual(['张伟', '𠅤·买买提'])
          expect(table.rows[1]?.cells['idNumber']?.text).toBe('14262519480416917X')
        },
      ),
      { numRuns: 40 },
    )
  })

  it('does not look further down than that', async () => {
    const lines: Cell[][] = [
      ...Array.from({ length: 15 }, () => ['说明']),
      ['姓名', '身份证号码'],
      ['张伟', '142625196612159806'],
    ]

    await expect(readBytes(aWorkbook({ lines }), request)).rejects.toMatchObject({ code: 'list.no-header' })
  })

  it('reads names with units, marks, line breaks and full-width signs', async () => {
    const lines: Cell[][] = [
      ['*姓　名：', '身份证\n号码（18位）', '补贴面积（亩）'],
      ['张伟', '142625196612159806', 6.91],
    ]
    const table = await readBytes(aWorkbook({ lines }), { header: { fields: [name, idNumber, areaMu] } })

    expect(table.rows[0]?.cells).toEqual({
      name: { text: '张伟', wasNumber: false },
      idNumber: { text: '142625196612159806', wasNumber: false },
      areaMu: undefined,
      area: { text: '6.91', wasNumber: true },
    })
  })

  it('tells two columns of one name apart by the heading over them', async () => {
    const fields = [aField('head', '户主姓名', [], true), aField('payee', '收款人姓名', [], true), idNumber]
    const lines: Cell[][] = [
      ['户主信息', null, '收款人', null],
      ['姓名', '身份证号码', '姓名', '账号'],
      ['张伟', '142625196612159806', '李梅', '6229'],
    ]
    const table = await readBytes(aWorkbook({ lines, merges: ['A1:B1', 'C1:D1'] }), { header: { fields } })

    expect(table.headerLines).toEqual([1, 2])
    expect(table.columns.map((column) => column.field)).toEqual(['head', 'idNumber', 'payee', null])
    expect(table.rows[0]?.cells['payee']?.text).toBe('李梅')
  })

  it('finds two header lines whose merges a .csv has lost', async () => {
    const text = '序号,户主信息,,备注\n,姓名,身份证号码,\n1,张伟,142625196612159806,\n'
    const table = await readBytes(Buffer.from(text), request)

    expect(table.headerLines).toEqual([1, 2])
    expect(table.columns[2]?.header).toBe('身份证号码')
    expect(namesOf(table.rows)).toEqual(['张伟'])
  })

  it('takes no row for a second header line, even one that says 户主', async () => {
    const fields = [aField('head', '户主', ['户主姓名'], false), name, idNumber]
    const lines: Cell[][] = [
      ['姓名', '与户主关系', null, '身份证号码'],
      ['张伟', '户主', '男', '142625196612159806'],
    ]
    const table = await readBytes(aWorkbook({ lines, merges: ['B1:C1'] }), { header: { fields } })

    expect(table.headerLines).toEqual([1])
    expect(table.rows).toHaveLength(1)
  })

  it('prefers the exact name, then the leftmost column, and gives no column to two fields', async () => {
    const fields = [
      aField('payee', '收款人', ['姓名', '户主姓名'], true),
      aField('head', '户主姓名', ['姓名'], true),
    ]
    const lines: Cell[][] = [
      ['姓名', '户主姓名', '姓名'],
      ['李梅', '张伟', '王芳'],
    ]
    const table = await readBytes(aWorkbook({ lines }), { header: { fields } })

    expect(table.columns.map((column) => column.field)).toEqual(['payee', 'head', null])
  })

  it('names the columns it misses', async () => {
    const lines: Cell[][] = [
      ['姓名', '补贴面积'],
      ['张伟', 1],
    ]
    const fields = [name, idNumber, areaMu]

    await expect(readBytes(aWorkbook({ lines }), { header: { fields } })).rejects.toMatchObject({
      code: 'list.columns-missing',
      facts: { sheet: '表1', missing: ['身份证号码'] },
    })
  })

  it('takes headers that are names of object properties for what they are', async () => {
    const lines: Cell[][] = [
      ['__proto__', 'constructor', 'toString', '姓名', '身份证号码'],
      ['a', 'b', 'c', '张伟', '142625196612159806'],
    ]
    const table = await readBytes(aWorkbook({ lines }), request)

    expect(table.columns.map((column) => column.field)).toEqual([null, null, null, 'name', 'idNumber'])
    expect(Object.keys(table.rows[0]?.cells ?? {})).toEqual(['name', 'idNumber'])
    expect(({} as Record<string, unknown>)['text']).toBeUndefined()
  })
})

describe('which sheet is read', () => {
  const few = {
    name: '说明',
    lines: [
      ['姓名', '身份证号码'],
      ['样例', '110101199001011234'],
    ],
  }
  const many = {
    name: '名册',
    lines: [['标题'], ['姓名', '身份证号码'], ...people.map((person) => person.slice(1))],
  }

  it('takes the visible one with the best header and the most rows, and lists the others', async () => {
    const table = await readBytes(
      aWorkbook(few, { ...many, name: '旧', isHidden: true, lines: [...many.lines, ...many.lines] }, many),
      request,
    )

    expect(table.sheet).toBe('名册')
    expect(table.sheets).toEqual([
      { name: '说明', hidden: false, rows: 2, matches: 2 },
      { name: '旧', hidden: true, rows: 8, matches: 2 },
      { name: '名册', hidden: false, rows: 4, matches: 2 },
    ])
    expect(table.notes.join()).toContain('“旧”（隐藏）')
  })

  it('takes the one asked for, also a hidden one', async () => {
    const table = await readBytes(aWorkbook(many, { ...few, isHidden: true }), { ...request, sheet: '说明' })

    expect(namesOf(table.rows)).toEqual(['样例'])
  })

  it('says so when the one asked for is not there', async () => {
    await expect(readBytes(aWorkbook(many), { ...request, sheet: '没有' })).rejects.toMatchObject({
      code: 'list.no-header',
    })
  })
})

describe('what a line is', () => {
  it('reads hidden lines as ordinary ones and says how many', async () => {
    const lines: Cell[][] = [['姓名', '身份证号码'], ...people.map((person) => person.slice(1))]
    const modern = await readBytes(aWorkbook({ lines, hiddenLines: [2] }), request)
    const legacy = await readBytes(aLegacyWorkbook({ lines, hiddenLines: [2] }), request)

    expect(modern.rows).toHaveLength(2)
    expect(modern.notes.join()).toContain('1 行被隐藏')
    expect(legacy.rows).toEqual(modern.rows)
  })

  it('carries a merged village down its block and no further', async () => {
    const lines: Cell[][] = [
      ['村', '姓名', '身份证号码'],
      ['甘亭村', '张伟', '142625196612159806'],
      [null, '李梅', '142625195209269655'],
      [null, '小计', null],
      [null, '王芳', '142625196712139474'],
    ]
    const table = await readBytes(aWorkbook({ lines, merges: ['A2:A4'] }), {
      header: { fields: [village, name, idNumber] },
    })

    expect(table.rows.map((row) => row.cells['village']?.text)).toEqual(['甘亭村', '甘亭村', ''])
    expect(table.rows.map((row) => row.raw[0])).toEqual(['甘亭村', '甘亭村', ''])
    expect(table.skipped).toEqual([{ line: 4, why: 'subtotal', text: '小计' }])
  })

  it('skips what is no row, each with its reason, and loses none', async () => {
    const lines: Cell[][] = [
      ['××乡2026年花名册'],
      ['序号', '村', '姓名', '身份证号码', '面积'],
      [1, '甘亭村', '张伟', '142625196612159806', 1],
      [null, '甘亭村小计', null, null, 1],
      [null],
      ['××乡2026年花名册'],
      ['序号', '村', '姓名', '身份证号码', '面积'],
      [2, '北杜村', '计合', '142625195209269655', 2],
      [3, '北杜村', '合计', '142625196712139474', 2],
      [4],
      ['合', '计', null, null, 5],
      ['总　计', null, null, null, 5],
      ['审核人（签字）：', null, '填表人：'],
      ['2026年7月1日'],
      ['注：面积以确权面积为准。'],
      ['1、本表一式三份，乡镇、村、县各存一份。'],
    ]
    const table = await readBytes(aWorkbook({ lines }), {
      header: { fields: [village, name, idNumber, areaMu] },
    })

    expect(namesOf(table.rows)).toEqual(['张伟', '计合', '合计'])
    expect(table.skipped.map(({ line, why }) => [line, why])).toEqual([
      [1, 'title'],
      [4, 'subtotal'],
      [5, 'blank'],
      [6, 'title'],
      [7, 'repeated-header'],
      [10, 'blank'],
      [11, 'total'],
      [12, 'total'],
      [13, 'signature'],
      [14, 'signature'],
      [15, 'note'],
      [16, 'note'],
    ])
  })

  it('accounts for every line of any sheet', async () => {
    const cell = fc.oneof(
      fc.constantFrom<Cell>(
        null,
        null,
        '小计',
        '合计',
        '姓名',
        '身份证号码',
        '审核人：',
        '注：略',
        '142625196612159806',
        3,
      ),
      fc.string({ maxLength: 5 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 }), async (body) => {
        const lines: Cell[][] = [['姓名', '身份证号码'], ...body, ['张伟', '142625196612159806']]
        const table = await readBytes(aWorkbook({ lines }), request)

        expect(accountedLines(table)).toEqual(lines.map((_, at) => at + 1))
      }),
      { numRuns: 150 },
    )
  })
})

describe('what a cell says', () => {
  const head =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号码</t></is></c></row>'

  async function cellsOf(cell: string, stylesXml?: string) {
    const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>张伟</t></is></c>${cell}</row>`
    const table = await readBytes(anXlsxWithSheet(sheetXml(head + row), undefined, stylesXml), request)
    return table.rows[0]
  }

  it('is the value stored with a formula, and nothing when there is none', async () => {
    expect((await cellsOf('<c r="B2"><f>1+1</f><v>7</v></c>'))?.cells['idNumber']).toEqual({
      text: '7',
      wasNumber: true,
    })
    expect((await cellsOf('<c r="B2" t="str"><f>A1&amp;"x"</f><v>甲</v></c>'))?.cells['idNumber']?.text).toBe(
      '甲',
    )
    expect((await cellsOf('<c r="B2"><f>1+1</f></c>'))?.cells['idNumber']).toEqual({
      text: '',
      wasNumber: false,
    })
    expect((await cellsOf('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))?.cells['idNumber']?.text).toBe('')
  })

  it('is a number in plain digits, and in the given-back row one whose digits are lost shows that', async () => {
    const row = await cellsOf('<c r="B2"><v>1.42625199307139E+17</v></c>')

    expect(row?.cells['idNumber']).toEqual({ text: '142625199307139000', wasNumber: true })
    expect(row?.raw[1]).toBe('1.42625199307139E+17')
  })

  it.each([14, 31, 57])('is a day when number format %i shows it as one', async (format) => {
    const styles = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${format}" applyNumberFormat="1"/></cellXfs></styleSheet>`
    const row = await cellsOf('<c r="B2" s="1"><v>30557</v></c>', styles)

    expect(row?.cells['idNumber']).toEqual({ text: '1983-08-29', wasNumber: false })
  })

  it('is what looks like a formula, when it was typed as text', async () => {
    const row = await cellsOf(`<c r="B2" t="inlineStr"><is><t>=cmd|'/c calc'!A0</t></is></c>`)

    expect(row?.cells['idNumber']?.text).toBe("=cmd|'/c calc'!A0")
  })

  it('keeps rare characters, however the file writes them', async () => {
    const written = ['𠅤', '&#131428;', '&#x20164;', '&#55360;&#56676;', '&#xD840;&#xDD64;']
    for (const each of written) {
      const inline = await cellsOf(
        `<c r="B2" t="inlineStr"><is><t>&#21490;${each}&lt;&#60;&#10;甲</t></is></c>`,
      )
      const stored = await cellsOf(`<c r="B2" t="str"><v>&#21490;${each}</v></c>`)

      expect(inline?.cells['idNumber']?.text).toBe('史𠅤<<\n甲')
      expect(stored?.cells['idNumber']?.text).toBe('史𠅤')
    }
  })

  it('has no blanks around it and nothing invisible in it', async () => {
    const row = await cellsOf(
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 　张_x0000__x001F_ 伟&#160;</t></is></c>',
    )

    expect(row?.cells['idNumber']?.text).toBe('张 伟')
  })
})

describe('delimited text', () => {
  const text = '姓名|身份证号码|备注\n张伟|142625196612159806|"同行|说 ""好"""\n𠅤某|14262519480416917X|\n'

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['GB18030', iconv.encode(text, 'gb18030')],
  ])('is read in %s', async (_, bytes) => {
    const table = await readBytes(bytes, request)

    expect(namesOf(table.rows)).toEqual(['张伟', '𠅤某'])
    expect(table.rows[0]?.raw[2]).toBe('同行|说 "好"')
  })

  it('keeps an ID number a system has wrapped as ="…", and a quote that is never closed', async () => {
    const table = await readBytes(
      Buffer.from('姓名,身份证号码\r\n"张伟,="142625196612159806"\r\n李梅,142625195209269655'),
      request,
    )

    expect(table.rows.map((row) => row.raw)).toEqual([
      ['"张伟', '142625196612159806'],
      ['李梅', '142625195209269655'],
    ])
  })

  it('gives back any fields as they were written', async () => {
    const field = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((each) => each.trim() === each && !/["=\p{C}]/u.test(each))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }), async (remarks) => {
        const quoted = remarks.map((pair) =>
          ['张伟', '142625196612159806', ...pair].map((each) => `"${each}"`).join(','),
        )
        const table = await readBytes(Buffer.from(['姓名,身份证号码,甲,乙', ...quoted].join('\r\n')), request)

        expect(table.rows.map((row) => row.raw.slice(2).join('\n'))).toEqual(
          remarks.map((pair) =>
            pair
              .slice(0, table.columns.length - 2)
              .map((each) => each.toWellFormed())
              .join('\n'),
          ),
        )
      }),
      { numRuns: 100 },
    )
  })
})
