import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from 'xlsx'
import { describe, expect, test } from 'vitest'
import { formFields } from '../../src-main/domain/form-field.ts'
import { fillForm, type FormFilling } from '../../src-main/workbook/fill-form.ts'
import { readForm, type FormSeen } from '../../src-main/workbook/read-form.ts'
import { shiftFormula, shiftNames } from '../../src-main/workbook/shift-references.ts'
import { anOtherForm } from '../builders/an-other-form.ts'
import { aLegacyWorkbook, aWorkbook } from './a-workbook.ts'

const fileName = '情况表.xlsx'
const look = (bytes: Uint8Array, change: { sheet?: string; header?: [number, number] } = {}) =>
  readForm({ bytes, fileName, fields: formFields('application'), sheet: null, header: null, ...change })

function filling(bytes: Uint8Array, seen: FormSeen, people: number): FormFilling {
  const lines = Array.from({ length: people }, (_, at) => ({
    line: seen.room.from + at,
    cells: [
      [0, at + 1],
      [2, `张${at + 1}`],
      [4, at + 0.5],
      [5, 100 + at],
    ] as [number, string | number][],
  }))
  return {
    bytes,
    fileName,
    sheet: seen.sheet,
    lines,
    room: { ...seen.room, wanted: people, follows: seen.rows.length > 0 },
  }
}

const open = (bytes: Uint8Array) => {
  const book = read(bytes, { cellStyles: true })
  const sheet = book.Sheets['补贴情况表']!
  return { book, sheet, lines: utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' }) }
}

/** One member as a stock tool unpacks it: a zip that is put together wrongly does not open. */
function member(bytes: Uint8Array, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-form-'))
  try {
    writeFileSync(join(folder, 'f.xlsx'), bytes)
    execFileSync('unzip', ['-tq', join(folder, 'f.xlsx')])
    return execFileSync('unzip', ['-p', join(folder, 'f.xlsx'), name]).toString('utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('reading', () => {
  test('finds a merged head of two levels below a title, proposes the columns, and sees where there is room', async () => {
    const seen = await look(await anOtherForm())

    expect(seen.header).toEqual([3, 4])
    expect(seen.columns.map(({ field }) => field)).toEqual([
      ...['serial', 'village', 'name', 'idNumber', 'area', 'amount', 'accountNo', null],
    ])
    expect(seen).toMatchObject({ sheet: '补贴情况表', rows: [], room: { from: 4, free: 3 } })
  })

  test('tells lines that name people from free ones', async () => {
    const seen = await look(await anOtherForm({ named: [['张三', '1']], free: 2 }))

    expect(seen.rows.map(({ line, texts }) => [line, texts[2]])).toEqual([[4, '张三']])
    expect(seen.room).toEqual({ from: 5, free: 2 })
  })

  test('a head on the fifteenth line is found, rows prepared with numbers alone are free, and nothing below means no end', async () => {
    const blank = Array.from({ length: 14 }, () => [''])
    const bytes = aWorkbook({
      lines: [
        ['附件 3'],
        ...blank.slice(1),
        ['序号', '姓名', '身份证号码', '联系方式'],
        [1, '', '', ''],
        [2, '', '', ''],
      ],
    })

    const seen = await look(bytes)

    expect(seen.header).toEqual([15, 15])
    expect(seen.room).toEqual({ from: 15, free: null })
  })

  test('an xls, and a file without a head, are refused', async () => {
    await expect(look(aLegacyWorkbook({ lines: [['姓名', '身份证号']] }))).rejects.toMatchObject({
      code: 'form.not-xlsx',
    })
    await expect(look(aWorkbook({ lines: [['随便', '写写']] }))).rejects.toMatchObject({
      code: 'form.no-head',
    })
  })
})

describe('filling', () => {
  test('within the free lines leaves everything else where it was', async () => {
    const form = await anOtherForm()
    const made = await fillForm(filling(form, await look(form), 2))

    const { lines, sheet } = open(made)
    expect(lines[4]!.slice(0, 6)).toEqual([1, '', '张1', '', 0.5, 100])
    expect(lines[6]!.join('')).toBe('')
    expect(lines[7]![0]).toBe('合计')
    expect(sheet['E8'].f).toBe('SUM(E5:E7)')
  })

  test('beyond them puts lines in, framed alike, and sums, merges and what is below grow along', async () => {
    const form = await anOtherForm()
    const made = await fillForm(filling(form, await look(form), 10))

    const { lines, sheet, book } = open(made)
    expect(lines[13]!.slice(0, 6)).toEqual([10, '', '张10', '', 9.5, 109])
    expect(lines[14]![0]).toBe('合计')
    expect(lines[15]![0]).toBe('填表人：')
    expect(sheet['E15'].f).toBe('SUM(E5:E14)')
    expect(member(made, 'xl/worksheets/sheet1.xml')).toContain('<f>SUM(E5:E14)</f></c>')
    expect(sheet['!merges']!.map((merge) => utils.encode_range(merge))).toContain('A15:D15')
    const styles = [...member(made, 'xl/worksheets/sheet1.xml').matchAll(/<c r="C(\d+)" s="(\d+)"/g)].filter(
      ([, line]) => Number(line) >= 5 && Number(line) <= 14,
    )
    expect(new Set(styles.map(([, , style]) => style)).size).toBe(1)
    expect(styles).toHaveLength(10)
    expect(member(made, 'xl/worksheets/sheet1.xml').match(/ht="27"/g)).toHaveLength(10)
    expect(member(made, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
    expect(book.SheetNames).toEqual(['补贴情况表', '填表说明'])
    expect(member(made, 'xl/worksheets/sheet2.xml')).toBe(member(form, 'xl/worksheets/sheet2.xml'))
    expect(member(made, 'xl/styles.xml')).toBe(member(form, 'xl/styles.xml'))
  })

  test('with no free line at all puts them in above the sum', async () => {
    const form = await anOtherForm({ named: [['张三', '1']], free: 0 })
    const made = await fillForm(filling(form, await look(form), 2))

    const { lines } = open(made)
    expect([4, 5, 6, 7].map((line) => lines[line]![line === 7 ? 0 : 2])).toEqual([
      '张三',
      '张1',
      '张2',
      '合计',
    ])
  })

  test('text stays text whatever it holds, and the mark is on every page', async () => {
    const form = await anOtherForm()
    const seen = await look(form)
    const told = '<b>&"…0012'
    const made = await fillForm({
      ...filling(form, seen, 1),
      lines: [
        {
          line: 4,
          cells: [
            [2, told],
            [3, '0012'],
          ],
        },
      ],
      mark: '全号件 DC1 & 只供 农商行',
    })

    const { lines } = open(made)
    expect(lines[4]!.slice(2, 4)).toEqual([told, '0012'])
    expect(member(made, 'xl/worksheets/sheet1.xml')).toContain(
      '<oddFooter>&amp;C全号件 DC1 &amp;amp; 只供 农商行</oddFooter>',
    )
  })
})

test.each([
  ['SUM(E5:E14)', 'SUM(E5:E16)'],
  ['$A$14&"A14"&LOG10(5)', '$A$16&"A14"&LOG10(5)'],
  ["其他表!A14+'另 表'!B20+A20", "其他表!A14+'另 表'!B20+A22"],
  ['A13', 'A13'],
])('the formula %s after two lines before line 14 is %s', (formula, shifted) => {
  expect(shiftFormula(formula, { at: 14, by: 2 })).toBe(shifted)
})

test('what is printed grows, of this sheet alone', () => {
  const names = `<definedName name="_xlnm.Print_Area" localSheetId="0">'表 1'!$A$1:$H$20</definedName><definedName name="x">表2!$A$20</definedName>`

  expect(shiftNames(names, '表 1', { at: 14, by: 2 })).toBe(names.replace('$H$20', '$H$22'))
})
