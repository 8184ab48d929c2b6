import { folded } from './search-tokens.ts'

/** By what somebody was found; the page marks it. */
export type Match = 'name' | 'pinyin' | 'id-number' | 'account-no' | 'phone' | 'household-no' | 'place'

interface Matched {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly householdNo: string
}

/** What the first word of a text fits best. An account is what is left of the numbers. */
export function matchOf(row: Matched, text: string): Match {
  const word = folded(text.trim().split(/\s+/u)[0] ?? '')
  if (!/^\d+x?$/.test(word)) return matchOfText(row, word)
  if (row.idNumber.toLowerCase().endsWith(word)) return 'id-number'
  if (row.phone.endsWith(word)) return 'phone'
  return row.householdNo.endsWith(word) ? 'household-no' : 'account-no'
}

function matchOfText({ name }: Matched, word: string): Match {
  if (folded(name).includes(word)) return 'name'
  return /^[a-zü:']+$/.test(word) ? 'pinyin' : 'place'
}
