import { plainText, type CellOrigin } from './plain-text.ts'

/** 日 — a calendar day in Asia/Shanghai as `YYYY-MM-DD`; days are compared as text. */
export type Day = string

export interface DayOrigin extends CellOrigin {
  /** The workbook counts its days from 1904 (old Macintosh files). */
  readonly date1904?: boolean
}

const millisecondsOfDay = 86_400_000
const shanghaiOffset = 8 * 3_600_000
const separated = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?$/
const packed = /^(\d{4})(\d{2})(\d{2})$/
const clockTime = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/** Whether text is a day that exists, in our one form. */
export function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFrom(text.slice(0, 4), text.slice(5, 7), text.slice(8)) === text
  )
}

/** A day as written in sheets (2026-6-3, 2026/06/03, 2026.6.3, 20260603, 2026年6月3日, a serial number). */
export function parseDay(text: string, origin: DayOrigin = {}): Day | undefined {
  const plain = plainText(text).replace(clockTime, '')
  const match = separated.exec(plain) ?? packed.exec(plain)
  if (match) return dayFrom(...(match.slice(1, 4) as [string, string, string]))
  return origin.wasNumber ? dayOfSerial(plain, origin.date1904 === true) : undefined
}

/** The day some days later, or earlier for a negative count. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days)
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from)
}

/** The day it is in Shanghai at an instant, whatever the machine's own zone. */
export function dayInShanghai(instantMs: number): Day {
  return dayOfNumber(Math.floor((instantMs + shanghaiOffset) / millisecondsOfDay))
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1
}

/** The same day of the month some months later, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOfNumber(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)) / millisecondsOfDay)
}

function dayFrom(year: string, month: string, date: string): Day | undefined {
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  // An unreal date (02-30) rolls over into the next month; a year below 100 becomes another one.
  if (instant.getUTCDate() !== Number(date) || instant.getUTCMonth() !== Number(month) - 1) return undefined
  if (instant.getUTCFullYear() !== Number(year)) return undefined
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

// Spreadsheets count a 29 February 1900 that never was, so serials above it are one too high.
function dayOfSerial(plain: string, date1904: boolean): Day | undefined {
  const serial = /^\d{1,5}(?:\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0
  if (serial < 1 || serial > 80_000) return undefined
  if (date1904) return addDays('1904-01-01', serial)
  if (serial === 60) return undefined
  return addDays('1899-12-31', serial > 60 ? serial - 1 : serial)
}

function numberOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay
}

function dayOfNumber(days: number): Day {
  return new Date(days * millisecondsOfDay).toISOString().slice(0, 10)
}
