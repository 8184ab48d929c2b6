import { addDays, type Day } from './day.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

/** 公示期 — counted from the day it was really posted; how is a term of the programme. */
export interface PublicityPeriod {
  readonly postedOn: Day
  readonly days: number
  readonly dayKind: 'calendar' | 'working'
  /** 首日计入 — by default counting starts the day after. */
  readonly firstDayCounted: boolean
  /** 止日遇休息日顺延 */
  readonly moveLastDayPastRest: boolean
}

/** The last day of a publicity, or undefined when a year's holidays are needed and not known. */
export function lastPublicityDay(period: PublicityPeriod): Day | undefined {
  const last = countedLastDay(period)
  if (last === undefined || !period.moveLastDayPastRest) return last
  const working = isWorkingDay(last)
  if (working === undefined) return undefined
  return working ? last : addWorkingDays(last, 1)
}

/** The last day itself still belongs to the public. */
export function isPublicityOver(lastDay: Day, today: Day): boolean {
  return today > lastDay
}

function countedLastDay({ postedOn, days, dayKind, firstDayCounted }: PublicityPeriod): Day | undefined {
  const from = firstDayCounted ? addDays(postedOn, -1) : postedOn
  return dayKind === 'calendar' ? addDays(from, days) : addWorkingDays(from, days)
}
