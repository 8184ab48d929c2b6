import { withoutSpaces } from './plain-text.ts'

/** 村 or 居委会 of a township, as the division table has it. */
export interface Village {
  readonly code: string
  readonly name: string
}

const suffix = /(?:社区)?(?:居民委员会|居委会)$|(?:村民委员会|村委会|村委)$|社区$/
const communitySuffix = /(?:社区|居民委员会|居委会)$/
const townshipPrefix = /^(?:.*[省市县区])?(.*?(?:镇|乡|街道办事处|街道))(?=.)/

/** Whether what a township wrote (甘亭、甘亭村、甘亭村民委员会、甘亭镇甘亭村) means this division. */
export function villageNameMatches(written: string, divisionName: string): boolean {
  const wanted = baseName(withoutSpaces(divisionName))
  return spellings(withoutSpaces(written)).some((spelling) => baseName(spelling) === wanted)
}

/** The code of the one village meant; undefined when none or more than one fits. A 12-digit code is taken as such. */
export function findVillage(
  written: string,
  villages: readonly Village[],
  townshipName?: string,
): string | undefined {
  const plain = withoutSpaces(written)
  if (/^\d{12}$/.test(plain)) return villages.find(({ code }) => code === plain)?.code
  const candidates = spellings(plain, townshipName)
  const named = villages.filter(({ name }) => candidates.includes(withoutSpaces(name)))
  if (named.length > 0) return onlyCode(named)
  const wanted = new Set(candidates.map(baseName))
  const alike = villages.filter(({ name }) => wanted.has(baseName(withoutSpaces(name))))
  return onlyCode(alike) ?? onlyCode(alike.filter(({ name }) => sameKind(plain, name)))
}

function spellings(plain: string, townshipName?: string): readonly string[] {
  if (plain === '') return []
  const match = townshipPrefix.exec(plain)
  if (!match) return [plain]
  const [prefix, township] = match
  const rest = plain.slice(prefix.length)
  // Another township's village of the same name is not ours.
  if (townshipName !== undefined && township !== townshipName) return [plain]
  return [plain, rest]
}

function baseName(plain: string): string {
  const bare = plain.replace(suffix, '')
  return bare.length > 1 ? bare.replace(/村+$/, '') || bare : bare
}

function sameKind(written: string, divisionName: string): boolean {
  return communitySuffix.test(written) === communitySuffix.test(divisionName)
}

function onlyCode(villages: readonly Village[]): string | undefined {
  return villages.length === 1 ? villages[0]?.code : undefined
}

/** The village as it is spoken of and printed: 北杜村委会 → 北杜村, 城东社区居民委员会 → 城东社区. */
export function villageTitle(divisionName: string): string {
  const plain = withoutSpaces(divisionName)
  if (/社区(?:居民委员会|居委会)$/.test(plain)) return plain.replace(/(?:居民委员会|居委会)$/, '')
  if (/(?:居民委员会|居委会)$/.test(plain)) return plain.replace(/(?:居民委员会|居委会)$/, '社区')
  return plain.replace(/村民委员会$|村委会$/, '村').replace(/村+$/, '村')
}
