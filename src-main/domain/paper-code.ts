import { paperKinds, serialPrefixes, type PaperKind } from './paper-kind.ts'

/** 纸件二维码 — which page of which paper this is. It says nothing of anybody. */
export interface PaperCode {
  /** 9 digits. */
  readonly townshipCode: string
  readonly kind: PaperKind
  readonly serial: string
  readonly page: number
  readonly pages: number
  /** 校验码 — follows from what was printed; nobody can make one up without it. */
  readonly check: string
}

/** What a code on a picture turned out to be. */
export type CodeRead =
  | { readonly is: 'paper'; readonly code: PaperCode }
  | { readonly is: 'notice'; readonly serial: string; readonly edition: number; readonly check: string }
  | { readonly is: 'foreign' }

const machinePart = /^YKT1\/(\d{9})\/([A-Z]{2}\d{4}-\d{4,6})\/(\d{1,5})\/(\d{1,5})\/([0-9A-HJKMNP-TV-Z]{8})$/
const noticePart = /^公示编号 (\S{1,40}) 第(\d{1,3})版$/
const noticeCheck = /^校验码 ([0-9A-F]{4}(?:-[0-9A-F]{4}){3})$/

/** Readable first, the check code last (field-notes 28 keeps to the same order). */
export function composePaperCode(code: PaperCode, title: string): string {
  const { townshipCode, serial, page, pages, check } = code
  return `${title} ${serial} 第${page}/${pages}页\nYKT1/${townshipCode}/${serial}/${page}/${pages}/${check}`
}

export function readPaperCode(text: string): CodeRead {
  const lines = text.split('\n').map((line) => line.trim())
  const found = machinePart.exec(lines.at(-1) ?? '')
  if (found) return paperCode(found)
  const notice = noticePart.exec(lines[0] ?? '')
  const check = noticeCheck.exec(lines.at(-1) ?? '')?.[1]
  if (!notice || check === undefined) return { is: 'foreign' }
  return { is: 'notice', serial: notice[1] ?? '', edition: Number(notice[2]), check }
}

function paperCode([, townshipCode = '', serial = '', page, pages, check = '']: RegExpExecArray): CodeRead {
  const kind = paperKinds.find((one) => serial.startsWith(serialPrefixes[one]))
  if (kind === undefined) return { is: 'foreign' }
  const code = { townshipCode, kind, serial, page: Number(page), pages: Number(pages), check }
  return code.page >= 1 && code.page <= code.pages ? { is: 'paper', code } : { is: 'foreign' }
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten hex digits as eight letters that are hard to mistake for each other. */
export function checkLetters(hex: string): string {
  const bits = BigInt(`0x${hex.slice(0, 10)}`)
  return Array.from({ length: 8 }, (_, at) => letters[Number((bits >> BigInt(35 - 5 * at)) & 31n)]).join('')
}
