import { formatYuan } from '../domain/money.ts'
import { dayInWords } from './sentence.ts'

type Details = Readonly<Record<string, unknown>>

const sentences: Readonly<Record<string, (details: Details) => string>> = {
  'publicity.freeze': (d) =>
    `冻结名单 ${count(d, 'lines')} 行，合计 ${formatYuan(Number(d['amountFen']))} 元`,
  'publicity.print': (d) => `生成公示件（${d['extension'] === 'pdf' ? 'PDF' : '网页，未能生成 PDF'}）`,
  'publicity.post': (d) =>
    `登记张贴：${dayInWords(String(d['postedOn']))}张贴，${dayInWords(String(d['lastDay']))}期满${d['reprint'] === true ? '，与打印的日期不同，须重印' : ''}`,
  'publicity.add-evidence': (d) => `补充张贴证据${d['late'] === true ? '（事后补）' : ''}`,
  'publicity.conclude': (d) => `公示期满无异议，办结 ${count(d, 'lines')} 行`,
  'publicity.withdraw': (d) =>
    `撤下公示 ${count(d, 'lines')} 行${Number(d['returned'] ?? 0) > 0 ? `，其中 ${count(d, 'returned')} 行退回按现行标准重算` : ''}`,
}

/** What an audit entry says to a clerk. */
export function auditSentence(entry: { readonly action: string; readonly details: Details }): string {
  return Object.hasOwn(sentences, entry.action)
    ? (sentences[entry.action]?.(entry.details) ?? entry.action)
    : entry.action
}

function count(details: Details, key: string): string {
  return String(details[key] ?? 0)
}
