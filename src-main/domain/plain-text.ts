const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
// Most cells by far: nothing in them for NFKC to change.
const alreadyPlain = /^[\x21-\x7e\u4e00-\u9fff]*$/

/** Text as people mean it: full-width forms narrowed, invisible characters and outer spaces gone. */
export function plainText(text: string): string {
  if (alreadyPlain.test(text)) return text
  return text.normalize('NFKC').replace(invisible, '').trim()
}

/** Plain text without any white space, for numbers and codes typed in groups. */
export function withoutSpaces(text: string): string {
  return plainText(text).replace(/\s+/g, '')
}

/** How a cell was stored: digits of a number beyond the fifteenth are not what was typed. */
export interface CellOrigin {
  readonly wasNumber?: boolean
}
