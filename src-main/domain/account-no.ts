import { withoutSpaces, type CellOrigin } from './plain-text.ts'

export type AccountRule =
  | 'account-missing'
  | 'account-scientific'
  | 'account-precision-lost'
  | 'account-length'
  | 'account-not-digits'

/** 银行账号 — a bank card or an old passbook (存折); only cards promise a Luhn digit, and it only warns. */
export interface ReadAccountNo {
  readonly ok: true
  readonly accountNo: string
  readonly kind: 'card' | 'passbook'
  readonly luhn: boolean
}
export type ParsedAccountNo = ReadAccountNo | { readonly ok: false; readonly rule: AccountRule }

/** An account as typed, or by name the one rule it breaks. */
export function parseAccountNo(text: string, origin: CellOrigin = {}): ParsedAccountNo {
  const plain = withoutSpaces(text)
    .replace(/^['‘’"`]+/, '')
    .replace(/[-\u2010-\u2015]/g, '')
  if (plain === '') return { ok: false, rule: 'account-missing' }
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(plain)) return { ok: false, rule: 'account-scientific' }
  if (!/^\d+$/.test(plain)) return { ok: false, rule: 'account-not-digits' }
  if (origin.wasNumber && plain.length > 15) return { ok: false, rule: 'account-precision-lost' }
  if (plain.length < 10 || plain.length > 30) return { ok: false, rule: 'account-length' }
  return { ok: true, accountNo: plain, kind: kindOf(plain), luhn: passesLuhn(plain) }
}

/** 账号后四位 */
export function accountTail(accountNo: string): string {
  return accountNo.slice(-4)
}

// Bank cards issued here are 16–19 digits and begin with 62, or with 4, 5 or 60–69 on older schemes.
function kindOf(accountNo: string): 'card' | 'passbook' {
  return /^(?:6|4|5)\d{15,18}$/.test(accountNo) ? 'card' : 'passbook'
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight])
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += fromRight % 2 === 1 ? doubled : digit
  }
  return sum % 10 === 0
}
