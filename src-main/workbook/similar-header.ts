import { headerWithoutBrackets, normalizeHeader } from '../domain/normalize-header.ts'
import type { HeaderLevels } from './match-columns.ts'
import type { WantedField } from './table-read.ts'

const longestHeader = 18
const sureAnywhere = 4
const sureAtTheEnd = 2
/** Somebody else's name or number, though the words end alike. */
const otherPeople =
  /配偶|监护|代领|代办|委托|联系人|负责|调查|经办|审核|填表|父|母|法定|主任|介绍|推荐|核查|包保|干部|网格|转入|流入|受让|承租|乙方|对方/

/**
 * The field whose known name a header contains (农户户主姓名 → 户主姓名): longest first. What is counted or measured
 * needs a long one, because 不予补贴面积 ends in 面积 and is not it.
 */
export function similarField(
  header: HeaderLevels,
  fields: readonly WantedField[],
  taken: ReadonlySet<string>,
): string | undefined {
  const whole = header.join('')
  const texts = [normalizeHeader(whole), headerWithoutBrackets(whole)].filter(
    (text) => text.length > 1 && text.length <= longestHeader && !otherPeople.test(text),
  )
  let best: { readonly key: string; readonly length: number } | undefined
  for (const { key, label, aliases, looks } of fields) {
    if (taken.has(key)) continue
    for (const name of [label, ...aliases]) {
      const length = name.length
      if (length <= (best?.length ?? 0)) continue
      const isSimilar = texts.some(
        (text) =>
          (length >= sureAnywhere && text.includes(name)) ||
          (length >= sureAtTheEnd && looks !== 'number' && looks !== undefined && text.endsWith(name)),
      )
      if (isSimilar) best = { key, length }
    }
  }
  return best?.key
}
