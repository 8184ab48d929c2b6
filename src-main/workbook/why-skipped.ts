import { normalizeHeader } from '../domain/normalize-header.ts'
import type { SkippedWhy } from './table-read.ts'

/** What the rest of the sheet tells about one of its lines. */
export interface LineContext {
  readonly headerWords: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  /** Columns of running numbers: a line with nothing else is an unused form line. */
  readonly serialColumns: ReadonlySet<number>
}

const signer =
  /^(?:(?:单位|主要|分管|填报|村|乡镇|部门|科室|项目|财务)?(?:负责人|分管领导|领导签字)|审核人?|复核人?|核对人|校对人|制表人?|填表人?|填报人|统计人|经办人|录入人|调查人|签字人)(?:\([^)]*\))?(?::|$)/
const signerOrDay =
  /^(?:会计|出纳|报账员|村?主任|村?支?书记?|村委会主任|监委会主任|(?:填报|填表|制表|编制|上报|公示)?(?:日期|时间)|联系人|联系电话)(?:\([^)]*\))?:/
const sealed = /^[^\d]{0,20}\((?:盖章|公章|签章|签字|签名|印章)\)/
const dateAlone = /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/
const pageTitle =
  /^(?:填报单位|编制单位|制表单位|填表单位|上报单位|单位名称|单位|公示单位|乡镇|村名)(?:\([^)]*\))?:/
const total = /^(?:.{0,24}?)(小计|合计|总计|共计|累计)(?:[(:,].*)?$/
const note = /^(?:注|说明|备注|填表说明|填报说明|注意|注意事项|附注)(?:\d|[一二三四五六七八九]|[:.、])/
/** Official forms number their columns below the head: 甲 乙 1 2 3=1×2. */
const columnNumber = /^(?:栏次|列号|[甲乙丙丁戊己庚辛壬癸]|[(]?\d{1,2}[)]?(?:=[\d()+\-×*÷/=]*)?|[①-⑳])$/
const page = /^(?:第\d+页|共\d+页|续表|承前页|接上页|过次页|转下页)/
const numbered = /^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、:]|[①-⑳※★])/

/** Why a line is no row; undefined when it is one. A line with an ID or account number always is: people have odd names. */
export function whySkipped(own: readonly string[], context: LineContext): SkippedWhy | undefined {
  const filled = own.flatMap((text, column) => (text === '' ? [] : [{ text: fold(text), column }]))
  if (filled.every(({ text, column }) => context.serialColumns.has(column) && /^\d{1,6}$/.test(text)))
    return 'blank'
  if (filled.some(({ text }) => /^'?\d{14,22}[\dX]$/.test(text))) return undefined
  if (context.titles.has(filled.map(({ text }) => text).join(' '))) return 'title'
  if (isRepeatedHeader(own, context)) return 'repeated-header'
  return whyByWords(filled.map(({ text }) => text))
}

/** 栏次行 — the line right below a head that numbers the columns; anywhere else it would be a row without a name. */
export function isNumbering(own: readonly string[]): boolean {
  const filled = own.filter((text) => text !== '').map(fold)
  return filled.length > 2 && filled.every((text) => columnNumber.test(text))
}

/** Blanks and width taken out, so that 合　计 is 合计. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

function isRepeatedHeader(own: readonly string[], context: LineContext): boolean {
  const words = own.filter((text) => text !== '').map(normalizeHeader)
  return words.length >= 2 && words.every((word) => context.headerWords.has(word))
}

function whyByWords(texts: readonly string[]): SkippedWhy | undefined {
  const [first = ''] = texts
  // 合 and 计 sometimes stand in two cells
  const sum = [...texts.slice(0, 3), first.length === 1 ? texts.slice(0, 2).join('') : ''].map(
    (text) => total.exec(text)?.[1],
  )
  if (sum.includes('小计')) return 'subtotal'
  if (sum.some((word) => word !== undefined)) return 'total'
  if (isSignature(first, texts.length === 1)) return 'signature'
  if (pageTitle.test(first)) return 'title'
  return page.test(first) || isNote(first, texts.length) ? 'note' : undefined
}

function isSignature(first: string, isAlone: boolean): boolean {
  return (
    signer.test(first) || signerOrDay.test(first) || sealed.test(first) || (isAlone && dateAlone.test(first))
  )
}

function isNote(first: string, cells: number): boolean {
  if (cells === 1 && (first.length > 30 || (numbered.test(first) && first.length > 8))) return true
  return cells <= 2 && note.test(first)
}
