import chineseDays from 'chinese-days'
import { addDays, weekdayOf, type Day } from './day.ts'

/** Whether the State Council's arrangement for that year is known: National Day is a holiday in each of them. */
export function hasHolidayData(year: number): boolean {
  return arranged(`${year}-10-01`) === 'rest'
}

/** 工作日 — undefined in a year whose holidays have not been announced to this version. */
export function isWorkingDay(day: Day): boolean | undefined {
  const arrangement = arranged(day)
  if (arrangement !== undefined) return arrangement === 'work'
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

// The library calls every weekday of a year it knows nothing about a working day, and takes weekdays from the
// machine's own time zone. What it has been told of is named `English,中文,days`: only that is believed.
function arranged(day: Day): 'work' | 'rest' | undefined {
  const { name, work } = chineseDays.getDayDetail(day)
  if (!name.includes(',')) return undefined
  return work ? 'work' : 'rest'
}
