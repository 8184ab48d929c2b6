import { parseArea } from './area.ts'

interface Previous {
  readonly areaCentiMu: number
  readonly accountId: string
}

interface Surveyed {
  readonly areaMu: string | null
  readonly accountId: string | null
  readonly continues: string | null
}

/**
 * 滚动取数 — this year's area and account of a line: as the visit found them, or as last year's list has them; undefined
 * where the household no longer applies.
 */
export function lineThisYear(previous: Previous, surveyed: Surveyed | undefined): Previous | undefined {
  if (surveyed === undefined) return { areaCentiMu: previous.areaCentiMu, accountId: previous.accountId }
  if (surveyed.continues === 'no') return undefined
  const area = surveyed.areaMu === null ? undefined : parseArea(surveyed.areaMu)
  return {
    areaCentiMu: area?.ok === true ? area.centiMu : previous.areaCentiMu,
    accountId: surveyed.accountId ?? previous.accountId,
  }
}
