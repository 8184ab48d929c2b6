import { plainText } from './plain-text.ts'
import { plainWord, type WordList } from './word-list.ts'

interface NamedProgramme {
  readonly code: string
  readonly name: string
}

/** What programmes have in common tells none of them from another. */
const common = /补贴|补助|津贴|资金|救助|农村|城市|发放|人员|生活|基本|经济|困难|家庭/g
const fewestLetters = 2

/** The programmes as a code list: by code, by name, and by name without what stands in brackets. */
export function programmeWords(programmes: readonly NamedProgramme[]): WordList {
  return programmes.map(({ code, name }) => ({
    key: code,
    label: name,
    words: [...new Set([code, plainWord(name), plainWord(name.replace(/[（(].*?[)）]/g, ''))])],
  }))
}

/**
 * The one programme a title or a word speaks of: the longest run of letters it shares with a name. Shared by two
 * programmes alike, or common to many, it names none.
 */
export function findProgramme(text: string, programmes: readonly NamedProgramme[]): string | undefined {
  const plain = plainText(text).replace(/\s/g, '')
  const scored = programmes.map(({ code, name }) => ({ code, run: longestRun(plain, plainText(name)) }))
  const longest = Math.max(0, ...scored.map(({ run }) => run.length))
  const best = scored.filter(({ run }) => run.length === longest)
  const [only] = best
  if (best.length !== 1 || only === undefined) return undefined
  return only.run.replace(common, '').length >= fewestLetters ? only.code : undefined
}

function longestRun(text: string, name: string): string {
  let longest = ''
  for (let from = 0; from < name.length; from++) {
    for (let to = from + longest.length + 1; to <= name.length; to++) {
      const run = name.slice(from, to)
      if (!text.includes(run)) break
      longest = run
    }
  }
  return longest
}
