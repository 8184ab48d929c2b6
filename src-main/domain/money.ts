import { Decimal } from 'decimal.js'
import nzh from 'nzh/cn'
import { withoutSpaces, type CellOrigin } from './plain-text.ts'

// Twenty digits, the library's default, would round 999,999,999.99 亩 × 124.9788302 before we do.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
const plainNumber = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$/

/**
 * Yuan as written into whole fen, or undefined. More than two decimals are refused, except from a number cell:
 * there they are what a formula left behind, and the clerk saw them rounded.
 */
export function fenFromYuan(text: string, origin: CellOrigin = {}): number | undefined {
  const written = withoutSpaces(text)
    .replace('\u2212', '-')
    .replace(/^(-?)(?:人民币)?[¥￥]?/, '$1')
    .replace(/元$/, '')
  if (!plainNumber.test(written)) return undefined
  const fen = new Exact(written.replaceAll(',', '')).times(100)
  if (!fen.isInteger() && !origin.wasNumber) return undefined
  return safeInteger(fen)
}

/** Fen as plain decimal yuan: `123450` → `1234.50`. */
export function yuanFromFen(fen: number): string {
  const digits = String(Math.abs(wholeFen(fen))).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Fen for reading: `123450` → `1,234.50`. */
export function formatYuan(fen: number): string {
  return yuanFromFen(fen).replace(/\B(?=(?:\d{3})+\.)/g, ',')
}

/** 大写金额 — without the 人民币 before it. */
export function chineseCapital(fen: number): string {
  const yuan = yuanFromFen(Math.abs(fen)).replace(/\.00$/, '')
  return (fen < 0 ? '负' : '') + nzh.toMoney(yuan, { outSymbol: false })
}

/** 补贴金额 — area × standard in exact decimals, rounded half up to fen once, at the end. */
export function amountFen(areaCentiMu: number, ratePerMuYuan: string): number {
  const fen = new Exact(wholeFen(areaCentiMu)).times(new Exact(ratePerMuYuan)).toDecimalPlaces(0)
  const amount = safeInteger(fen)
  if (amount === undefined) throw new RangeError('amount is beyond safe integers')
  return amount
}

/** Whether an amount is what a standard in force gives; 待定标准 gives none. */
export function isByStandard(
  line: { readonly areaCentiMu: number; readonly amountFen: number },
  ratePerMuYuan: string | null,
): boolean {
  return ratePerMuYuan !== null && line.amountFen === amountFen(line.areaCentiMu, ratePerMuYuan)
}

/** A sum of fen (or of any whole units) that refuses to lose one. */
export function sumFen(amounts: Iterable<number>): number {
  let sum = 0
  for (const amount of amounts) sum = wholeFen(sum + wholeFen(amount))
  return sum
}

/** 补贴标准 — yuan per unit at any precision as canonical decimal text (`124.9788302`), or undefined. */
export function parseRate(text: string, origin: CellOrigin = {}): string | undefined {
  const written = withoutSpaces(text)
    .replace(/^[¥￥]/, '')
    .replace(/元(?:[/每]?亩)?$/, '')
  if (!/^\d{1,9}(?:\.\d{0,20})?$/.test(written)) return undefined
  const rate = new Exact(written)
  if (!rate.isPositive() || rate.isZero()) return undefined
  return (origin.wasNumber ? rate.toSignificantDigits(15) : rate).toFixed()
}

function safeInteger(value: Decimal): number | undefined {
  const whole = value.toDecimalPlaces(0).toNumber()
  return Number.isSafeInteger(whole) ? whole + 0 : undefined
}

function wholeFen(fen: number): number {
  if (!Number.isSafeInteger(fen)) throw new RangeError('an amount is not a whole, safe number of fen')
  return fen
}
