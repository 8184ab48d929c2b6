import { readingsOf } from '../../src-main/store/pinyin-reading.ts'
import { people } from './a-large-township.ts'
import { personAt } from './township-person.ts'

/** The fixed mix: what clerks type, taken from people all over the township. */
export function searchQueries(): string[] {
  const someone = (at: number) => personAt((at * 7919) % people)
  const kinds: readonly (readonly [count: number, text: (at: number) => string])[] = [
    [50, (at) => someone(at).name],
    [30, (at) => someone(at + 50).name.slice(1)],
    [10, (at) => someone(at + 80).name.slice(0, 2)],
    [40, (at) => initialsOf(someone(at + 90).name)],
    [20, (at) => spelledOf(someone(at + 130).name)],
    [20, (at) => someone(at + 150).idNumber.slice(-(4 + (at % 3)))],
    [15, (at) => accountHolder(at).accountNo.slice(-(4 + (at % 3)))],
    [15, (at) => phoneHolder(at).phone.slice(-4)],
  ]
  return kinds.flatMap(([count, text]) => Array.from({ length: count }, (_, at) => text(at)))
}

function accountHolder(at: number) {
  return personAt(((at + 170) * 4 * 1009) % people)
}

function phoneHolder(at: number) {
  return personAt((at + 1) * 3 * 1013)
}

function initialsOf(name: string): string {
  return (readingsOf(name)[0] ?? []).map((syllable) => syllable.charAt(0)).join('')
}

function spelledOf(name: string): string {
  return (readingsOf(name)[0] ?? []).join('')
}
