import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  restorePublicLine,
  toPublicLine,
  toPublicLines,
  type PrintedName,
  type PublicLine,
  type UnmaskedLine,
} from '../../src-main/domain/masking.ts'

function aLine(over: Partial<UnmaskedLine> = {}): UnmaskedLine {
  return {
    ...{ lineNo: 1, group: '1组', name: '张三', idNumber: '141024194002290007', areaCentiMu: 350 },
    ...{ rateText: '67.03', amountFen: 23_461, note: '' },
    ...over,
  }
}

describe('a public line', () => {
  test('prints no digit of the ID number by default', () => {
    expect(JSON.stringify(toPublicLine(aLine(), 'full'))).not.toContain('0007')
  })

  test('carries the last four only for same names in one group', () => {
    const lines = toPublicLines(
      [
        aLine({ lineNo: 1 }),
        aLine({ lineNo: 2, idNumber: '141024193606150000' }),
        aLine({ lineNo: 3, group: '2组' }),
        aLine({ lineNo: 4, name: '李四' }),
      ],
      'full',
    )

    expect(lines.map(({ idTail }) => idTail)).toEqual(['0007', '0000', null, null])
  })

  test('tells hidden names apart too', () => {
    const lines = toPublicLines([aLine({ name: '张三丰' }), aLine({ name: '张无忌' })], 'surname-only')

    expect(lines.map(({ name, idTail }) => name + idTail)).toEqual(['张某某0007', '张某某0007'])
  })

  test.each([
    ['张三', '张某'],
    ['张三丰', '张某某'],
    ['欧阳修', '欧阳某'],
    ['司马相如', '司马某某'],
    ['诸葛', '诸某'],
    ['买买提·阿不都', '买某某'],
    ['𠅤三', '𠅤某'],
  ])('hides %s as %s', (name, printed) =>
    expect(toPublicLine(aLine({ name }), 'surname-only').name).toBe(printed),
  )

  test('loses long numbers wherever somebody wrote them', () => {
    const line = toPublicLine(
      aLine({
        name: '张三142625196612159806',
        group: '1组 15275895908',
        note: '卡号 6229 9938 3335 5985 955，１４２６２５１９６６１２１５９８０６，2026-06-30更正',
      }),
      'full',
    )

    expect(line).toMatchObject({ name: '张三***', group: '1组 ***', note: '卡号 ***，***，2026-06-30更正' })
  })

  test('keeps a standard of many decimals', () => {
    expect(toPublicLine(aLine({ rateText: '124.9788302元/亩' }), 'full').rateText).toBe('124.9788302元/亩')
  })

  test('never holds seven digits in a row, whatever was typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789 ０９张-X') })

    fc.assert(
      fc.property(typed, typed, typed, (name, group, note) => {
        const line = toPublicLine(aLine({ name, group, note }), 'full')
        const printed = [line.name, line.group, line.note].join('\n').normalize('NFKC')
        expect(printed).not.toMatch(/\d{7}/)
      }),
    )
  })

  test('cannot be made of plain text', () => {
    // @ts-expect-error a name that was not masked is no printed name
    const name: PrintedName = '张三'
    // @ts-expect-error an unmasked line is no public line
    const line: PublicLine = aLine()

    expect([name, line]).toHaveLength(2)
  })
})

describe('a line read back from storage', () => {
  test('is the line that was frozen', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (name, note, withTail) => {
        const line = toPublicLine(aLine({ name, note }), 'full', withTail)
        expect(restorePublicLine(JSON.parse(JSON.stringify(line)))).toEqual(line)
      }),
    )
  })

  test('is refused when it holds more than a masked line can', () => {
    const stored = toPublicLine(aLine(), 'full', true)

    expect(restorePublicLine({ ...stored, idTail: '141024194002290007' })).toBeUndefined()
    expect(restorePublicLine({ ...stored, note: '6229993833355985955' })).toBeUndefined()
    expect(restorePublicLine({ ...stored, rateText: '67.03 15275895908' })).toBeUndefined()
  })
})
