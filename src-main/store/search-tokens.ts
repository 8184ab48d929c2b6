import { readingsOf, type Reading } from './pinyin-reading.ts'

/** What the index knows of a person. */
export interface SearchSubject {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly householdNo: string
  readonly villageCode: string
  readonly groupName: string
  readonly accountNos: readonly string[]
  /** 曾用名、旧号 — what was right before somebody changed it; old papers still say it. */
  readonly formerNames: readonly string[]
  readonly formerNumbers: readonly string[]
}

const longestPart = 4

/**
 * Every token is a letter for its kind and ASCII behind it, so that no tokenizer's tables decide which rare
 * characters exist; parts of names are tokens of their own, so that no phrase has to be put together.
 */
export function tokensOf(subject: SearchSubject): string {
  const tokens = [subject.name, ...subject.formerNames].flatMap(nameTokens)
  const { idNumber, phone, householdNo, accountNos, formerNumbers } = subject
  for (const number of [idNumber, phone, householdNo, ...accountNos, ...formerNumbers]) {
    if (number !== '') tokens.push(tailToken(number))
  }
  if (subject.villageCode !== '') tokens.push(villageToken(subject.villageCode))
  if (subject.groupName !== '') tokens.push(groupToken(subject.groupName))
  return tokens.join(' ')
}

/** Names and places as they are compared: no width, case, space or dot tells two apart. */
export function folded(text: string): string {
  // Most names are plain: nothing to fold.
  if (/^[\u4e00-\u9fff]+$/.test(text)) return text
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•]/g, '')
}

/** The whole name, for those who are called exactly so. */
export function wholeNameToken(name: string): string {
  return `e${joined(hexOf(name))}`
}

/** Tokens all of which a name containing this text has. */
export function namePartTokens(text: string): string[] {
  const characters = hexOf(text)
  const length = Math.min(characters.length, longestPart)
  return characters.slice(length - 1).map((_, at) => `n${joined(characters, at, at + length)}`)
}

/** Reversed, so that the last digits of a number are a prefix. */
export function tailToken(number: string): string {
  let token = 'r'
  for (let at = number.length - 1; at >= 0; at--) {
    const character = number.charAt(at)
    if (/[0-9A-Za-z]/.test(character)) token += character
  }
  return token.toLowerCase()
}

export function villageToken(villageCode: string): string {
  return `v${villageCode}`
}

export function groupToken(groupName: string): string {
  return `z${joined(hexOf(groupName))}`
}

function nameTokens(name: string): string[] {
  const characters = hexOf(name)
  const tokens = [`e${joined(characters)}`]
  for (let from = 0; from < characters.length; from++) {
    const last = Math.min(characters.length, from + longestPart)
    for (let to = from + 1; to <= last; to++) tokens.push(`n${joined(characters, from, to)}`)
  }
  for (const reading of readingsOf(name)) addReading(tokens, reading)
  return tokens
}

/** p: from each syllable to the end, found by prefix; q: initials in a row; a: exactly the whole. */
function addReading(tokens: string[], reading: Reading): void {
  const initials = reading.map((syllable) => syllable.charAt(0)).join('')
  let rest = ''
  for (let from = reading.length - 1; from >= 0; from--) {
    rest = `${reading[from] ?? ''}${rest}`
    tokens.push(`p${rest}`)
    const last = Math.min(reading.length, from + longestPart)
    for (let to = from + 1; to <= last; to++) tokens.push(`q${initials.slice(from, to)}`)
  }
  tokens.push(`a${rest}`, `a${initials}`)
}

/** Code points apart by x: 张三 → 5f20x4e09. */
function joined(characters: readonly string[], from = 0, to = characters.length): string {
  return (from === 0 && to === characters.length ? characters : characters.slice(from, to)).join('x')
}

const hexes = new Map<string, string>()

function hexOf(text: string): string[] {
  return Array.from(folded(text), (character) => {
    const known = hexes.get(character)
    if (known !== undefined) return known
    const hex = (character.codePointAt(0) ?? 0).toString(16)
    hexes.set(character, hex)
    return hex
  })
}
