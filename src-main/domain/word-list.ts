import { withoutSpaces } from './plain-text.ts'

/** 代码表的一项 — one meaning a cell can have, with the words townships write for it. */
export interface WordMeaning {
  readonly key: string
  readonly label: string
  readonly words: readonly string[]
}

/** 代码表 — the meanings a column can have. */
export type WordList = readonly WordMeaning[]

/** 值对应 — what a clerk has said a word means, by field and by the word as it is compared. */
export type WordsByField = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A word as it is compared: without blanks, brackets and width. */
export function plainWord(text: string): string {
  return withoutSpaces(text)
    .replace(/[()[\]【】（）:：。.]/g, '')
    .toUpperCase()
}

/** The key of what a word means: as the clerk has said, else by the list; undefined when nobody knows. */
export function meaningOf(
  list: WordList,
  text: string,
  said: Readonly<Record<string, string>> = {},
): string | undefined {
  const word = plainWord(text)
  if (word === '') return undefined
  if (Object.hasOwn(said, word)) return said[word]
  return list.find(({ label, words }) => plainWord(label) === word || words.includes(word))?.key
}

export function labelOfMeaning(list: WordList, key: string): string {
  return list.find((meaning) => meaning.key === key)?.label ?? key
}

export function meaning(key: string, label: string, words = ''): WordMeaning {
  return { key, label, words: words.split(/\s+/).filter((word) => word !== '') }
}
