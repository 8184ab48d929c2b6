import { parseGroupName } from '../domain/group-name.ts'
import { villageTitle } from '../domain/village-name.ts'
import { folded } from './search-tokens.ts'

/** By what somebody was found; the page marks it. */
export type Match =
  'name' | 'pinyin' | 'id-number' | 'account-no' | 'phone' | 'household-no' | 'place' | 'former'

interface Matched {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly householdNo: string
  readonly villageName: string
  readonly groupName: string
  readonly accountNos: string | null
}

/** What the first word of a text fits best; what fits nothing that holds today was right before. */
export function matchOf(row: Matched, text: string): Match {
  const word = folded(text.trim().split(/\s+/u)[0] ?? '')
  if (!/^\d+x?$/.test(word)) return matchOfText(row, word)
  if (row.idNumber.toLowerCase().endsWith(word)) return 'id-number'
  if (row.phone.endsWith(word)) return 'phone'
  if (row.householdNo.endsWith(word)) return 'household-no'
  const accounts = row.accountNos?.split(' ') ?? []
  return accounts.some((accountNo) => accountNo.endsWith(word)) ? 'account-no' : 'former'
}

function matchOfText({ name, villageName, groupName }: Matched, word: string): Match {
  if (folded(name).includes(word)) return 'name'
  if (/^[a-zü:']+$/.test(word)) return 'pinyin'
  const names = [villageName, villageTitle(villageName)].map(folded).filter(Boolean)
  const isPlace = names.some((one) => `${one}${folded(groupName)}`.includes(word) || word.startsWith(one))
  return isPlace || parseGroupName(word) === parseGroupName(groupName) ? 'place' : 'former'
}
