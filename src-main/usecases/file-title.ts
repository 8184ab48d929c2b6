import { dayInShanghai } from '../domain/day.ts'

/** A title as part of a file's name on any system. */
export function fileTitle(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60) || '表'
}

const eightHours = 8 * 3_600_000

/** `2026年7月1日 17:30` by the clock here. */
export function minuteText(at: Date): string {
  const [year, month, day] = dayInShanghai(at.getTime()).split('-').map(Number)
  const clock = new Date(at.getTime() + eightHours).toISOString().slice(11, 16)
  return `${String(year)}年${String(month)}月${String(day)}日 ${clock}`
}
