import { parseGroupName } from '../domain/group-name.ts'
import {
  folded,
  groupToken,
  namePartTokens,
  tailToken,
  villageToken,
  wholeNameToken,
} from './search-tokens.ts'

export interface Places {
  readonly villages: readonly { readonly code: string; readonly name: string }[]
  readonly groups: readonly string[]
}

export interface SearchExpression {
  readonly all: string
  /** Those whose whole name it is; undefined where the text can be no name. */
  readonly exact: string | undefined
}

const shortestTail = 4
const shortestPlace = 2

/**
 * What to ask the index for a typed text: words apart by spaces must all fit. Undefined where nothing can be found.
 * Places are only asked for when the text may be one.
 */
export function expressionOf(
  text: string,
  villages: readonly string[] | 'all',
  places: () => Places,
): SearchExpression | undefined {
  const words = text.split(/\s+/u).map(folded).filter(Boolean)
  const asked = words.map((word) => ofWord(word, places))
  if (asked.length === 0 || asked.includes('')) return undefined
  const scope = villages === 'all' ? [] : [anyOf(villages.map(villageToken))]
  if (scope.includes('')) return undefined
  const [only, ...others] = words
  const exact = only !== undefined && others.length === 0 ? ofWholeName(only) : undefined
  return { all: allOf([...asked, ...scope]), exact: exact && allOf([exact, ...scope]) }
}

function ofWord(word: string, places: () => Places): string {
  if (/^\d+x?$/.test(word)) return word.length >= shortestTail ? `${tailToken(word)}*` : ''
  const letters = pinyinLetters(word)
  if (letters !== undefined) return anyOf([`p${letters}*`, `q${letters}`])
  const name = allOf(namePartTokens(word))
  return [...word].length < shortestPlace ? name : anyOf([name, ...ofPlace(word, places())])
}

/** A village, a group of that name in any village, or a group of one village written together. */
function ofPlace(word: string, { villages, groups }: Places): string[] {
  const whole = new Set(villages.flatMap(({ code, name }) => (folded(name).includes(word) ? code : [])))
  const sameGroup = groups.filter((group) => isGroup(word, group))
  const together = new Set(
    villages
      .filter(({ code }) => !whole.has(code))
      .flatMap(({ code, name }) =>
        groups
          .filter((group) => isTogether(word, name, group))
          .map((group) => allOf([villageToken(code), groupToken(group)])),
      ),
  )
  return [...[...whole].map(villageToken), ...sameGroup.map(groupToken), ...together]
}

/** 一组, 第一村民小组 and 1组 are the same group. */
function isGroup(word: string, group: string): boolean {
  return folded(group).includes(word) || parseGroupName(word) === parseGroupName(group)
}

function isTogether(word: string, village: string, group: string): boolean {
  if (folded(group).includes(word)) return false
  const name = folded(village)
  if (`${name}${folded(group)}`.includes(word)) return true
  const rest = word.startsWith(name) ? word.slice(name.length) : ''
  return rest !== '' && parseGroupName(rest) === parseGroupName(group)
}

function ofWholeName(word: string): string | undefined {
  if (/\d/.test(word)) return undefined
  const letters = pinyinLetters(word)
  return letters === undefined ? wholeNameToken(word) : `a${letters}`
}

/** lǚ is typed lv, lü or lu:. */
function pinyinLetters(word: string): string | undefined {
  const letters = word.replace(/ü|u:/g, 'v').replace(/'/g, '')
  return /^[a-z]+$/.test(letters) ? letters : undefined
}

function anyOf(parts: readonly string[]): string {
  return parts.length > 1 ? `(${parts.join(' OR ')})` : (parts[0] ?? '')
}

function allOf(parts: readonly string[]): string {
  return parts.length > 1 ? `(${parts.join(' AND ')})` : (parts[0] ?? '')
}
