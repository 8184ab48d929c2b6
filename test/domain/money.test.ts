import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountFen,
  chineseCapital,
  fenFromYuan,
  formatYuan,
  parseRate,
  sumFen,
  yuanFromFen,
} from '../../src-main/domain/money.ts'

describe('yuan as written', () => {
  test.each([
    ['8.20', 820],
    ['1,234.50', 123_450],
    ['￥12', 1200],
    ['１２．５元', 1250],
    [' 12.5 元', 1250],
    ['12.5000', 1250],
    ['-3.2', -320],
    ['0', 0],
    ['-0.00', 0],
  ])('%s is %i fen', (text, fen) => expect(fenFromYuan(text)).toBe(fen))

  test.each(['', '—', '12.345', '1,23', '1e3', '12.5.1', '九十九', '=1+1', '99999999999999999'])(
    '%s is not taken for money',
    (text) => expect(fenFromYuan(text)).toBeUndefined(),
  )

  test('in a number cell is what the clerk saw rounded', () => {
    expect(fenFromYuan('463.1773', { wasNumber: true })).toBe(46_318)
    expect(fenFromYuan('819.9999999999999', { wasNumber: true })).toBe(82_000)
  })

  test('comes back as it went out', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(fenFromYuan(yuanFromFen(fen))).toBe(fen)
        expect(fenFromYuan(formatYuan(fen))).toBe(fen)
      }),
    )
  })
})

test('writes yuan for machines and for people', () => {
  expect(yuanFromFen(123_450)).toBe('1234.50')
  expect(yuanFromFen(-5)).toBe('-0.05')
  expect(formatYuan(173_948_707)).toBe('1,739,487.07')
  expect(formatYuan(-100_000)).toBe('-1,000.00')
  expect(formatYuan(99_999)).toBe('999.99')
})

test.each([
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [140_950, '壹仟肆佰零玖元伍角'],
  [300, '叁元整'],
  [0, '零元整'],
  [5, '伍分'],
  [10_000_000, '壹拾万元整'],
  [173_948_707, '壹佰柒拾叁万玖仟肆佰捌拾柒元零柒分'],
  [-1230, '负壹拾贰元叁角'],
])('%i fen in capitals is %s', (fen, words) => expect(chineseCapital(fen)).toBe(words))

describe('an amount', () => {
  test('is area × standard, rounded half up once', () => {
    expect(amountFen(691, '67.03')).toBe(46_318)
    expect(amountFen(50, '67.03')).toBe(3352)
    expect(amountFen(100, '0.005')).toBe(1)
    expect(amountFen(33_333, '124.9788302')).toBe(4_165_919)
    expect(amountFen(0, '67.03')).toBe(0)
  })

  test('agrees with whole-number arithmetic for any area and standard', () => {
    const rates = fc.tuple(fc.bigInt(0n, 9999n), fc.bigInt(0n, 9_999_999n))

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), rates, (area, [yuan, fraction]) => {
        const scaled = BigInt(area) * (yuan * 10_000_000n + fraction)
        const expected = (scaled + 5_000_000n) / 10_000_000n
        expect(amountFen(area, `${yuan}.${String(fraction).padStart(7, '0')}`)).toBe(Number(expected))
      }),
    )
  })
})

test('reads a standard at any precision and nothing that is not one', () => {
  expect(parseRate('124.9788302')).toBe('124.9788302')
  expect(parseRate(' 67.03元/亩 ')).toBe('67.03')
  expect(parseRate('67.030')).toBe('67.03')
  expect(parseRate('67.030000000000001', { wasNumber: true })).toBe('67.03')
  for (const text of ['', '0', '-1', '按当年文件执行', '6.7e1']) expect(parseRate(text)).toBeUndefined()
})

test('sums whole fen and refuses what would lose one', () => {
  expect(sumFen([1, 2, 3])).toBe(6)
  expect(() => sumFen([0.5])).toThrow(RangeError)
  expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
})
