import nzh from 'nzh/cn'
import { withoutSpaces } from './plain-text.ts'

const numbered =
  /^第?(?:0*(\d{1,3})|([一二三四五六七八九十百零〇两]{1,5}))(?:村民小组|居民小组|小组|组|社|队|生产队)?$/

/** 村民小组 — 第一村民小组、一组、01组、1 and 一社 all become `1组`; a name that has no number is kept. */
export function parseGroupName(text: string | undefined): string {
  const plain = withoutSpaces(text ?? '').replace(/\.0+$/, '')
  const match = numbered.exec(plain)
  if (!match) return plain
  const [, digits, words = ''] = match
  const number = digits === undefined ? chineseNumber(words) : Number(digits)
  return Number.isInteger(number) && number > 0 ? `${number}组` : plain
}

/** Whether a text says a group by its number and by a word for it; a number alone may be anything. */
export function isGroupName(text: string): boolean {
  return numbered.test(text) && /(?:组|社|队)$/.test(text)
}

function chineseNumber(written: string): number {
  return Number(nzh.decodeS(written.replaceAll('〇', '零').replaceAll('两', '二')))
}

/** 2组 before 10组; names without a number after those with one. */
export function compareGroups(a: string, b: string): number {
  const [first, second] = [numberIn(a), numberIn(b)]
  return first !== second ? first - second : a < b ? -1 : a > b ? 1 : 0
}

function numberIn(group: string): number {
  const digits = /\d+/.exec(group)?.[0]
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits)
}
