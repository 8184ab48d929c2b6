import { withoutSpaces, type CellOrigin } from './plain-text.ts'

export type AreaRule = 'area-missing' | 'area-not-number' | 'area-negative' | 'area-too-precise'
export type ParsedArea =
  { readonly ok: true; readonly centiMu: number } | { readonly ok: false; readonly rule: AreaRule }

const written = /^(-?)(?:(\d{1,9})|(\d{1,3}(?:,\d{3}){1,2}))(?:\.(\d*))?$/

/** 面积 — 亩 as written into whole 0.01 亩. More than two decimals are refused, never cut. */
export function parseArea(text: string, origin: CellOrigin = {}): ParsedArea {
  const plain = withoutSpaces(text).replace('\u2212', '-').replace(/亩$/, '')
  if (plain === '') return { ok: false, rule: 'area-missing' }
  const match = written.exec(origin.wasNumber ? withoutNoise(plain) : plain)
  if (!match) return { ok: false, rule: 'area-not-number' }
  const [, sign, bare, grouped, fraction = ''] = match
  const whole = bare ?? grouped ?? ''
  if (sign === '-' && /[1-9]/.test(whole + fraction)) return { ok: false, rule: 'area-negative' }
  if (/[1-9]/.test(fraction.slice(2))) return { ok: false, rule: 'area-too-precise' }
  return { ok: true, centiMu: Number(whole.replaceAll(',', '') + fraction.slice(0, 2).padEnd(2, '0')) }
}

/** 0.01 亩 for reading: `1234` → `12.34`. */
export function formatMu(centiMu: number): string {
  if (!Number.isSafeInteger(centiMu)) throw new RangeError('an area is not a whole number of 0.01 mu')
  const digits = String(Math.abs(centiMu)).padStart(3, '0')
  return `${centiMu < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

// A spreadsheet's sum leaves 7.509999999999999 where the clerk sees 7.51.
function withoutNoise(plain: string): string {
  if (plain.replace(/\D/g, '').length <= 10) return plain
  const value = Number(plain)
  const rounded = value.toFixed(2)
  return Math.abs(value - Number(rounded)) < 1e-6 ? rounded : plain
}
