import { withoutSpaces } from './plain-text.ts'

/** No letter that looks like a digit. There are 23 of them, a prime: so the check letter sees every slip and swap. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const codeLetters = 4
const shape = new RegExp(`^([${letters}]{${codeLetters}})-?(\\d{1,5})-?([${letters}])$`)

/** 行码 — which row of which workbook a line is: `KQRT-0012-H`. The last letter holds the others together. */
export interface RowCode {
  readonly book: string
  readonly rowNo: number
}

/** 工作簿编号 — four letters, from a number below `bookCodes`. */
export function bookCodeOf(number: number): string {
  let rest = number
  let code = ''
  for (let at = 0; at < codeLetters; at++) {
    code += letters.charAt(rest % letters.length)
    rest = Math.floor(rest / letters.length)
  }
  return code
}

export const bookCodes = letters.length ** codeLetters

export function rowCodeText({ book, rowNo }: RowCode): string {
  const no = String(rowNo).padStart(4, '0')
  return `${book}-${no}-${checkLetter(book + no)}`
}

/** A row code however it was typed or spaced; undefined where it is none, or a letter or digit of it is wrong. */
export function parseRowCode(text: string): RowCode | undefined {
  const match = shape.exec(
    withoutSpaces(text)
      .replace(/[\u2010-\u2015_]/g, '-')
      .toUpperCase(),
  )
  if (!match) return undefined
  const [, book = '', digits = '', check] = match
  const rowNo = Number(digits)
  return checkLetter(book + String(rowNo).padStart(4, '0')) === check ? { book, rowNo } : undefined
}

/** 校验码 — four letters over a workbook's whole print: its code, edition, village and every row's key. */
export function bookCheck(digest: string): string {
  return bookCodeOf(Number.parseInt(digest.slice(0, 8), 16) % bookCodes)
}

/** One wrong letter or digit, or two changed places, make another letter: weights differ by one, and 23 is prime. */
function checkLetter(text: string): string {
  let sum = 0
  for (const [at, letter] of [...text].entries()) sum += (at + 2) * valueOf(letter)
  return letters.charAt(sum % letters.length)
}

function valueOf(letter: string): number {
  const at = letters.indexOf(letter)
  return at < 0 ? Number(letter) : at
}
