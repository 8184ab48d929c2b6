import { dayInWords } from '../../src-main/wording/sentence.ts'

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as the office's clock shows it, `2026-11-20 17:42`, whatever the machine's own zone. */
export function instantText(instant: string | null): string {
  if (instant === null) return '—'
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  const found = Object.fromEntries(parts.formatToParts(date).map((part) => [part.type, part.value]))
  return `${found['year']}-${found['month']}-${found['day']} ${found['hour']}:${found['minute']}`
}

/** The same without the year. */
export function shortInstantText(instant: string): string {
  return instantText(instant).slice(5)
}

/** `11-20` of a calendar day. */
export function shortDay(day: string): string {
  return day.slice(5)
}

/** `2026年6月30日 周二` of a calendar day; nothing of a day that is still being typed. */
export function dayWithWeekday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  return `${dayInWords(day)} 周${'日一二三四五六'.charAt(date.getUTCDay())}`
}
