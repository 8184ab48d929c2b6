import type { EntryWarning } from '../domain/entry-warning.ts'
import { formatYuan } from '../domain/money.ts'
import { dayInWords } from './sentence.ts'

/** What a clerk is told while typing, short enough for the line of one person. */
export function entryWarningText(warning: EntryWarning): string {
  switch (warning.code) {
    case 'id-elsewhere':
      return `证号已登记：${whoWhere(warning)}`
    case 'account-shared':
      return `与${whoWhere(warning)}同一账号，请核对`
    case 'deceased':
      return `在死亡名单上（${warning.name}${warning.day === '' ? '' : `，${dayInWords(warning.day)}`}）`
    case 'payroll':
      return `财政供养人员${warning.employer === '' ? '' : `（${warning.employer}）`}`
    case 'convicted':
      return `在服刑等名单上${bracketed(warning.what)}`
    case 'disability':
      return `残疾证${bracketed(warning.what)}`
    case 'relief':
      return `低保特困在册${bracketed(warning.what)}`
    case 'received':
      return `${String(warning.year)} 年领${warning.programme} ${formatYuan(warning.amountFen)} 元`
  }
}

/** Red, orange or only good to know. */
export function warningSeverity({ code }: EntryWarning): 'block' | 'explain' | 'hint' {
  if (code === 'id-elsewhere' || code === 'deceased') return 'block'
  return code === 'disability' || code === 'relief' || code === 'received' ? 'hint' : 'explain'
}

function whoWhere({ name, where }: { readonly name: string; readonly where: string }): string {
  return name === '' ? `${where}的一个人（不在您的授权范围，请找管理员核对）` : `${where} ${name} `.trim()
}

function bracketed(what: string): string {
  return what === '' ? '' : `（${what}）`
}
