import { pinyin } from 'pinyin-pro'
import { surnameLength } from '../domain/surname.ts'

/** One way to read a name: 张三 → zhang, san. */
export type Reading = readonly string[]

const ordinary = new Map<string, string>()
const surnames = new Map<string, Reading>()
const plainHan = /^[\u4e00-\u9fff]+$/

/** How a name may be typed in pinyin: with its surname's own reading (单 shàn) and with the ordinary one (dān). */
export function readingsOf(name: string): readonly Reading[] {
  const characters = plainHan.test(name) ? Array.from(name) : Array.from(name).filter(isLetter)
  const plain = characters.map(ordinaryReading)
  const length = surnameLength(name)
  const surname = surnameReading(characters.slice(0, length).join(''))
  if (surname.every((syllable, at) => syllable === plain[at])) return [plain]
  return [[...surname, ...plain.slice(length)], plain]
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{Co}]/u.test(character)
}

function ordinaryReading(character: string): string {
  const known = ordinary.get(character)
  if (known !== undefined) return known
  const [reading = ''] = pinyin(character, { toneType: 'none', type: 'array', v: true })
  return remember(ordinary, character, letters(reading))
}

function surnameReading(surname: string): Reading {
  const known = surnames.get(surname)
  if (known !== undefined) return known
  const reading = pinyin(surname, { toneType: 'none', type: 'array', v: true, surname: 'all' })
  return remember(surnames, surname, reading.map(letters))
}

function remember<V>(cache: Map<string, V>, key: string, value: V): V {
  cache.set(key, value)
  return value
}

/** A character pinyin does not know reads as nothing. */
function letters(reading: string): string {
  return reading.toLowerCase().replace(/[^a-z]/g, '')
}
