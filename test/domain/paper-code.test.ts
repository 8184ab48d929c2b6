import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLetters, composePaperCode, readPaperCode } from '../../src-main/domain/paper-code.ts'
import { paperKinds, paperSerial } from '../../src-main/domain/paper-kind.ts'

const aCode = fc
  .record({
    townshipCode: fc.stringMatching(/^\d{9}$/),
    kind: fc.constantFrom(...paperKinds),
    count: fc.integer({ min: 1, max: 99_999 }),
    page: fc.integer({ min: 1, max: 900 }),
    more: fc.integer({ min: 0, max: 900 }),
    hex: fc.stringMatching(/^[0-9a-f]{64}$/),
  })
  .map(({ kind, count, page, more, hex, townshipCode }) => ({
    ...{ townshipCode, kind, page, pages: page + more },
    serial: paperSerial(kind, 2026, count),
    check: checkLetters(hex),
  }))

test('a page’s code is read as it was written, readable first', () => {
  fc.assert(
    fc.property(aCode, (code) => {
      const text = composePaperCode(code, '入户调查表')

      expect(text.startsWith(`入户调查表 ${code.serial} 第${code.page}/${code.pages}页\n`)).toBe(true)
      expect(readPaperCode(text)).toEqual({ is: 'paper', code })
    }),
  )
})

test('a notice’s code is told from a page’s', () => {
  const text =
    '公示编号 2026-003 第2版\n公示期 2026年7月1日至2026年7月8日\n电话 0357-1\n校验码 0AF3-1234-BCDE-9999'

  expect(readPaperCode(text)).toEqual({
    is: 'notice',
    serial: '2026-003',
    edition: 2,
    check: '0AF3-1234-BCDE-9999',
  })
})

test.each([
  '',
  'https://example.com',
  'YKT1/141024101/XX2026-0001/1/2/7QK3M2XA',
  'YKT1/141024101/DC2026-0001/3/2/7QK3M2XA',
])('anything else (%s) is foreign', (text) => expect(readPaperCode(text)).toEqual({ is: 'foreign' }))
