import { withoutSpaces } from './plain-text.ts'

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

export type CreditCodeRule = 'credit-code-length' | 'credit-code-check'

/** 统一社会信用代码 (GB 32100-2015) as it is kept: capitals, no spaces. */
export function tidyCreditCode(text: string): string {
  return withoutSpaces(text).toUpperCase()
}

/**
 * The one rule a code breaks. It only warns: codes of the first trial regions were given out with check characters
 * that do not fit, and are valid all the same.
 */
export function creditCodeRule(text: string): CreditCodeRule | undefined {
  const code = tidyCreditCode(text)
  if (code.length !== 18 || [...code].some((character) => !characters.includes(character)))
    return 'credit-code-length'
  const sum = weights.reduce((total, weight, at) => total + weight * characters.indexOf(code.charAt(at)), 0)
  return characters.charAt((31 - (sum % 31)) % 31) === code.charAt(17) ? undefined : 'credit-code-check'
}
