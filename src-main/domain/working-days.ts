import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, weekdayOf, type Day } from './day.ts'

// The library's functions read the machine's own time zone and call every weekday of a year they know nothing
// about a working day; its data does neither.
const holidays: ReadonlySet<Day> = new Set(Object.keys(calendar.holidays))
const shiftedWorkdays: ReadonlySet<Day> = new Set(Object.keys(calendar.workdays))

/** Whether the State Council's arrangement for that year is known: National Day is a holiday in each of them. */
export function hasHolidayData(year: number): boolean {
  return holidays.has(`${year}-10-01`)
}

/** 工作日 — undefined in a year whose holidays have not been announced to this version. */
export function isWorkingDay(day: Day): boolean | undefined {
  if (shiftedWorkdays.has(day)) return true
  if (holidays.has(day)) return false
  return hasHolidayData(Number(day.slice(0, 4))) ? weekdayOf(day) <= 5 : undefined
}

/** The n-th working day after a day, or undefined when the way leads through a year without data. */
export function addWorkingDays(day: Day, count: number): Day | undefined {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    const working = isWorkingDay(reached)
    if (working === undefined) return undefined
    if (working) left--
  }
  return reached
}
