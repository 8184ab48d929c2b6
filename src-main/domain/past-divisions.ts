import { isGroupName } from './group-name.ts'
import { withoutSpaces } from './plain-text.ts'
import { findVillage, type Village } from './village-name.ts'

/** 旧区划 — a code or name that is no longer used, and what stands in its place. */
export interface PastDivision {
  readonly code: string
  readonly name: string
  readonly level: 'township' | 'village'
  readonly replacedBy: string
}

/** 区划 of one township as they are now and as they were. */
export interface Divisions {
  readonly villages: readonly Village[]
  readonly townshipName: string
  readonly past: readonly PastDivision[]
}

/**
 * The present village meant by what was written, also by an old code or name. Names repeat across townships, so a
 * village is never found by a name that says another township; undefined when none or more than one fits.
 */
export function findPresentVillage(written: string, divisions: Divisions): string | undefined {
  const { villages, townshipName, past } = divisions
  const plain = withoutSpaces(written)
  if (/^\d{12}$/.test(plain)) return presentCode(plain, divisions)
  const townships = [townshipName, ...past.flatMap(({ level, name }) => (level === 'township' ? name : []))]
  const found = new Set(townships.flatMap((name) => findVillage(plain, villages, name) ?? []))
  if (found.size > 0) return onlyOne(found)
  const pastVillages = past.filter(({ level }) => level === 'village')
  const meant = townships.flatMap((name) => findVillage(plain, pastVillages, name) ?? [])
  return onlyOne(new Set(meant.flatMap((code) => presentCode(code, divisions) ?? [])))
}

/** 村组写在一格 — 甘亭村一组 is a village and a group of it; undefined where the text is no village with a group behind. */
export function splitVillageAndGroup(
  written: string,
  divisions: Divisions,
): { readonly village: string; readonly group: string } | undefined {
  const plain = withoutSpaces(written)
  for (let at = plain.length - 1; at > 1; at--) {
    const [village, group] = [plain.slice(0, at), plain.slice(at)]
    if (isGroupName(group) && findPresentVillage(village, divisions) !== undefined) return { village, group }
  }
  return undefined
}

/** The present code of a village code, through as many changes as there were. */
export function presentCode(code: string, { villages, past }: Divisions): string | undefined {
  const isPresent = (one: string) => villages.some((village) => village.code === one)
  const seen = new Set<string>()
  for (let at: string | undefined = code; at !== undefined && !seen.has(at); at = nextCode(at, past)) {
    if (isPresent(at)) return at
    seen.add(at)
  }
  return undefined
}

/**
 * A village of its own line in the table; otherwise one whose township was renamed and kept its villages' numbers.
 * Where several townships became one, numbers cannot tell which village is meant.
 */
function nextCode(code: string, past: readonly PastDivision[]): string | undefined {
  const own = past.find((one) => one.level === 'village' && one.code === code)
  if (own !== undefined) return own.replacedBy
  const township = past.find((one) => one.level === 'township' && one.code.slice(0, 9) === code.slice(0, 9))
  if (township === undefined) return undefined
  const merged = past.filter((one) => one.level === 'township' && one.replacedBy === township.replacedBy)
  return merged.length === 1 ? `${township.replacedBy.slice(0, 9)}${code.slice(9)}` : undefined
}

function onlyOne(codes: ReadonlySet<string>): string | undefined {
  const [first] = codes
  return codes.size === 1 ? first : undefined
}
