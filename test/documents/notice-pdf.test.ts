import { afterAll, describe, expect, it } from 'vitest'
import { renderNotice } from '../../src-main/documents/notice.tsx'
import { toPublicLine } from '../../src-main/domain/masking.ts'
import { formatYuan } from '../../src-main/domain/money.ts'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { aNotice, anUnmaskedLine, publicLines } from './a-notice.ts'
import { pdfFonts, pdfPages } from './pdf-text.ts'

const printer = chromiumPdf()
afterAll(() => printer.close())

const row = /^\s*(\d+)\s+第\d+组\s+(\S+)\s+\S+\s+67\.03\s+([\d,.]+)\s*$/

describe.each([
  { size: 230, groupSize: 60 },
  { size: 2000, groupSize: 180 },
])('a village of $size lines in PDF', async ({ size, groupSize }) => {
  const lines = publicLines(size, groupSize)
  const pages = pdfPages(await printer.print(renderNotice(aNotice({ lines }))))

  it('prints every line once, whole and in order', () => {
    const printed = pages
      .flatMap((page) => page.split('\n'))
      .flatMap((text) => row.exec(text)?.slice(1, 4) ?? [])

    expect(printed).toEqual(
      lines.flatMap((line) => [String(line.lineNo), line.name, formatYuan(line.amountFen ?? 0)]),
    )
  })

  it('repeats the table head and names the page and the notice on every page', () => {
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/序号\s+组别\s+户主/)
      expect(page.replaceAll(' ', '')).toContain(`第${index + 1}页共${pages.length}页`)
      expect(page).toContain('公示编号 2026-014 第2版')
    }
  })

  it('keeps the objection channel and the check code together on the last page', () => {
    const last = pages.at(-1) ?? ''

    for (const words of [
      '对公示内容有异议的',
      '反映查实的按规定奖励',
      '县财政局 0357-0000000',
      '校验码：3F7A-91C2-D4E5-B607',
    ])
      expect(last).toContain(words)
  })
})

describe('rare and long names in PDF', async () => {
  const names = ['卫𠅤', '㛃䶮', '王𬭎', '李𰻝', '𫠠文', '<b>张三</b>', '阿卜杜热西提·阿卜杜热合曼']
  const lines = names.map((name, index) => toPublicLine(anUnmaskedLine(index + 1, { name }), 'full'))
  const pdf = await printer.print(renderNotice(aNotice({ lines, isDemonstration: true })))

  it('come out whole, each on one line', () => {
    const text = pdfPages(pdf, 'raw').join('\n')

    for (const name of names) expect(text).toContain(name)
  })

  it('take their glyphs with them', () => {
    const fonts = pdfFonts(pdf)

    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !font.isEmbedded)).toEqual([])
  })

  it('mark a demonstration on every page', () => {
    for (const page of pdfPages(pdf)) expect(page).toContain('演示数据，非真实公示')
  })
})
