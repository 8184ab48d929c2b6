import * as XLSX from 'xlsx'

const lastSerial = 2_958_465 // 9999-12-31

const knownFormats = new Map<string, boolean>()

/** 'YYYY-MM-DD' of a number shown as a date; undefined when it is not one. */
export function dateText(serial: number, format: string, is1904: boolean): string | undefined {
  if (!isDateFormat(format) || !(serial >= 1 && serial <= lastSerial)) return undefined
  const date = XLSX.SSF.parse_date_code(serial, { date1904: is1904 }) as {
    y: number
    m: number
    d: number
  } | null
  if (!date) return undefined
  return `${String(date.y).padStart(4, '0')}-${twoDigits(date.m)}-${twoDigits(date.d)}`
}

function isDateFormat(format: string): boolean {
  const known = knownFormats.get(format)
  if (known !== undefined) return known
  const isDate = XLSX.SSF.is_date(format) as boolean
  knownFormats.set(format, isDate)
  return isDate
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
