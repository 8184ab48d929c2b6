import { withoutSpaces } from './plain-text.ts'

export type DivisionLevel = 'county' | 'township' | 'village'
export type ParsedDivisionCode =
  | { readonly ok: true; readonly code: string; readonly level: DivisionLevel }
  | { readonly ok: false; readonly rule: 'division-code-is-12-digits' | 'division-code-is-above-county' }

/** 行政区划代码 — 12 digits: 6 county, 3 township, 3 village. */
export function parseDivisionCode(text: string): ParsedDivisionCode {
  const code = withoutSpaces(text)
  if (!/^[1-9]\d{11}$/.test(code)) return { ok: false, rule: 'division-code-is-12-digits' }
  if (code.slice(4, 6) === '00') return { ok: false, rule: 'division-code-is-above-county' }
  return { ok: true, code, level: levelOf(code) }
}

/** The township a village belongs to, as a 12-digit code. */
export function townshipOf(villageCode: string): string {
  return `${villageCode.slice(0, 9)}000`
}

function levelOf(code: string): DivisionLevel {
  if (!code.endsWith('000')) return 'village'
  return code.endsWith('000000') ? 'county' : 'township'
}
