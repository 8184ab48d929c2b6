import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeColumns, textAreaMm } from '../../src-main/documents/notice-columns.ts'
import { qrText } from '../../src-main/documents/notice-foot.tsx'
import { renderNotice } from '../../src-main/documents/notice.tsx'
import { cssString } from '../../src-main/documents/printable-page.tsx'
import { toPublicLine, toPublicLines } from '../../src-main/domain/masking.ts'
import { formatYuan, sumFen } from '../../src-main/domain/money.ts'
import { aNotice, anUnmaskedLine, publicLines } from './a-notice.ts'

const bodyOf = (html: string) => html.slice(html.indexOf('<body>'))

describe('a notice', () => {
  it('prints a name that is markup as text', () => {
    const lines = [toPublicLine(anUnmaskedLine(1, { name: '<script>alert(1)</script>' }), 'full')]

    const html = renderNotice(aNotice({ lines, village: '</style><img src=x>村' }))

    expect(bodyOf(html)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
  })

  it('has no column for amount and standard while only areas are known', () => {
    const lines = publicLines(3).map((line) => ({ ...line, amountFen: null, rateText: '' }))

    const html = bodyOf(renderNotice(aNotice({ lines })))

    expect(html).toContain('面积<span class="unit">')
    expect(html).not.toMatch(/金额<|标准<|人民币/)
  })

  it('sums every group and the whole list, and says the whole in capitals', () => {
    const lines = publicLines(12, 5)
    const firstGroup = sumFen(lines.slice(0, 5).map((line) => line.amountFen ?? 0))
    const whole = sumFen(lines.map((line) => line.amountFen ?? 0))

    const html = bodyOf(renderNotice(aNotice({ lines })))

    expect(html).toContain('第1组小计')
    expect(html).toContain(`<strong>${formatYuan(firstGroup)}</strong>`)
    expect(html).toContain(`<strong>${formatYuan(whole)}</strong>`)
    expect(html).toMatch(/人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万元角分整]+（/)
  })

  it('prints the last four digits only where a group has the same name twice', () => {
    const unmasked = ['李伟', '李伟', '王芳'].map((name, index) => anUnmaskedLine(index + 1, { name }))

    const html = bodyOf(renderNotice(aNotice({ lines: toPublicLines(unmasked, 'full') })))

    expect(html.match(/<small>\d{4}<\/small>/g)).toEqual(['<small>0001</small>', '<small>0002</small>'])
  })

  it('holds no seven digits in a row of anybody’s ID number', () => {
    const unmasked = Array.from({ length: 40 }, (_, index) => anUnmaskedLine(index + 1, { name: '李伟' }))

    const html = bodyOf(renderNotice(aNotice({ lines: toPublicLines(unmasked, 'full') })))

    for (const { idNumber } of unmasked)
      for (let at = 0; at + 7 <= idNumber.length; at += 1)
        expect(html).not.toContain(idNumber.slice(at, at + 7))
  })

  it('asks for nothing outside itself', () => {
    const html = renderNotice(aNotice({ isDemonstration: true }))

    expect(html).not.toMatch(/(?:src|href)\s*=|url\((?!data:)|@import/)
    expect(html).toContain('演示数据，非真实公示')
  })

  it('puts readable words first and the check code last into the QR code', () => {
    const segments = qrText(aNotice()).split('\n')

    expect(segments[0]).toBe('公示编号 2026-014 第2版')
    expect(segments).toContain('公示期 2026年11月14日至2026年11月20日')
    expect(segments.at(-1)).toBe('校验码 3F7A-91C2-D4E5-B607')
  })
})

describe('the columns', () => {
  it('always fill the text area exactly', () => {
    const name = fc.string({ unit: fc.constantFrom('李', '伟', '·', '阿'), minLength: 1, maxLength: 30 })
    const line = fc.record({
      name,
      group: fc.constantFrom('', '一组', '东关自然村第十二村民小组'),
      note: fc.constantFrom('', '本村外出务工人员'),
      rateText: fc.constantFrom('67.03', '124.9788302'),
      amountFen: fc.integer({ min: 0, max: 1e11 }),
    })

    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (given) => {
        const lines = given.map((values, index) => toPublicLine(anUnmaskedLine(index + 1, values), 'full'))
        const { columns } = noticeColumns(aNotice({ lines }))
        expect(columns.reduce((sum, column) => sum + column.widthMm, 0)).toBeCloseTo(textAreaMm, 6)
        expect(columns.every((column) => column.widthMm > 8)).toBe(true)
      }),
    )
  })
})

describe('a CSS string', () => {
  it('cannot end early, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cssString(text).slice(1, -1)).not.toMatch(/["'<>\n\r\f{};]/)
      }),
    )
  })
})
