import { parseDay, type Day } from './day.ts'
import { plainText } from './plain-text.ts'
import { villageTitle, type Village } from './village-name.ts'

/** 标题所言 — what title lines, sheet and file names say of a whole list. The first text that says it counts. */
type Texts = readonly string[]

/** 2025年…, not a date of filling in; a bare 2025 where no text has more. */
export function yearIn(texts: Texts): number | undefined {
  return (
    first(texts, (text) => numberIn(/((?:19|20)\d{2})\s*年(?!\s*\d{1,2}\s*月\s*\d{1,2}\s*日)/, text)) ??
    first(texts, (text) => numberIn(/(?<!\d)(20\d{2})(?!\d)/, text))
  )
}

/** （2026年6月）, where it is no date and no span. */
export function monthIn(texts: Texts): number | undefined {
  return first(texts, (text) => {
    if (/月\s*(?:至|到|-|—|~)/.test(text)) return undefined
    const month = numberIn(/(?:19|20)\d{2}\s*年\s*(\d{1,2})\s*月(?:份)?(?!\s*\d{1,2}\s*日)/, text)
    return month !== undefined && month >= 1 && month <= 12 ? month : undefined
  })
}

/** 截至2026年6月30日 */
export function asOfIn(texts: Texts): Day | undefined {
  return first(texts, (text) => {
    const [, written = ''] =
      /截[至止]\s*(?:到|于|日期|时间)?\s*[:：]?\s*([\d年月日./-]+)/.exec(plainText(text)) ?? []
    return parseDay(written)
  })
}

/** The one village a text names; where one name lies in another (王村 in 上王村), the longer. */
export function villageIn(texts: Texts, villages: readonly Village[]): Village | undefined {
  return first(texts, (text) => {
    const plain = plainText(text).replace(/\s/g, '')
    const named = villages.filter((village) => spellingsOf(village).some((name) => plain.includes(name)))
    const longest = named.filter(
      (village) => !named.some((other) => other !== village && isWithin(village, other)),
    )
    return longest.length === 1 ? longest[0] : undefined
  })
}

function spellingsOf({ name }: Village): string[] {
  return [name, villageTitle(name)].filter((spelling) => spelling.length > 1)
}

function isWithin(village: Village, other: Village): boolean {
  return (
    villageTitle(other.name) !== villageTitle(village.name) &&
    villageTitle(other.name).includes(villageTitle(village.name))
  )
}

const reliefWords: readonly (readonly [key: string, words: RegExp])[] = [
  ['tekun', /特困|五保|供养/],
  ['marginal', /边缘|低边|低收入/],
  ['hardship', /支出型|刚性支出/],
  ['temporary', /临时救助/],
  ['dibao', /低保(?!边缘)|最低生活保障(?!边缘)/],
]

/** 低保 or 特困 …, where a text names one of them only. */
export function reliefKindIn(texts: Texts): string | undefined {
  return first(texts, (text) => {
    const named = reliefWords.filter(([, words]) => words.test(text))
    return named.length === 1 ? named[0]?.[0] : undefined
  })
}

function numberIn(shape: RegExp, text: string): number | undefined {
  const [, written] = shape.exec(plainText(text)) ?? []
  return written === undefined ? undefined : Number(written)
}

function first<T>(texts: Texts, read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text)
    if (found !== undefined) return found
  }
  return undefined
}
