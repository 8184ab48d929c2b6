import type { Choice } from './survey-choice.ts'
import {
  continuesChoices,
  custodyChoices,
  findField,
  presenceChoices,
  type SubjectKind,
} from './survey-field.ts'
import { choicesFor, type QuestionSet, type SurveyQuestion } from './survey-question.ts'

/** 列 — one column of a village workbook. `entry` may be filled in; `new` is printed empty, its old value only by four digits. */
export interface BookColumn {
  readonly key: string
  readonly header: string
  readonly use: 'code' | 'locked' | 'entry' | 'new'
  /** The survey's field or question it says something of. */
  readonly field?: string
  /** Of what a row's cell speaks. */
  readonly of?: SubjectKind
  /** What may be chosen, by the words people read. */
  readonly choices?: readonly Choice[]
  readonly width: number
  /** The question in full, said at the header. */
  readonly note?: string
}

const person = (key: string, header: string, field: string, more: Partial<BookColumn> = {}): BookColumn => ({
  ...{ key, header, field, of: 'person' as const, use: 'entry' as const, width: 10 },
  ...more,
})
const locked = (key: string, header: string, width: number): BookColumn => ({
  key,
  header,
  use: 'locked',
  width,
})

/** 死亡/迁出日期 — whose day it is follows from 在户情况 of the same row. */
export const changedOnKey = 'changedOn'
export const remarkKey = 'remark'

export const codeKey = 'code'
/** The same code once more, out of sight at the end: one of the two survives most accidents. */
export const hiddenCodeKey = 'hiddenCode'

const code: BookColumn = { key: codeKey, header: '行码', use: 'code', width: 12 }
const hiddenCode: BookColumn = { key: hiddenCodeKey, header: '行码（勿动）', use: 'code', width: 12 }

/** 人员表 — one row a person, from left to right. */
function bookColumns({ perMu }: Pick<QuestionSet, 'perMu'>): readonly BookColumn[] {
  return [
    code,
    locked('group', '组', 6),
    locked('householdNo', '户序号', 8),
    locked('householder', '户主', 8),
    locked('name', '姓名', 8),
    person('relation', '与户主关系', 'person.relation', { width: 8 }),
    locked('idTail', '证号后四位', 8),
    person('newIdNumber', '新证号', 'person.idNumber', { use: 'new', width: 20 }),
    person('presence', '在户情况', 'person.presence', { choices: presenceChoices, width: 9 }),
    { key: changedOnKey, header: '死亡或迁出日期', use: 'entry', of: 'person', width: 11 },
    locked('phoneTail', '电话后四位', 8),
    person('newPhone', '新电话', 'person.phone', { use: 'new', width: 13 }),
    ...accountColumns,
    ...(perMu ? areaColumns : []),
    ...lineColumns,
    { key: remarkKey, header: '备注', use: 'entry', field: 'visit.remark', of: 'visit', width: 14 },
    hiddenCode,
  ]
}

/** 问答表 — one row a household, or a person where people are asked one by one; nothing where nothing is asked. */
function answerColumns({ questions }: Pick<QuestionSet, 'questions'>): readonly BookColumn[] {
  if (questions.length === 0) return []
  const asksPeople = questions.some(({ per }) => per === 'person')
  return [
    code,
    locked('group', '组', 6),
    locked('householdNo', '户序号', 8),
    locked('householder', '户主', 9),
    ...(asksPeople ? [locked('name', '姓名', 9)] : []),
    ...questions.map((question, at) => questionColumn(question, labelsBefore(questions, at))),
    hiddenCode,
  ]
}

function questionColumn(question: SurveyQuestion, same: number): BookColumn {
  const choices = choicesFor(question)
  return {
    key: `q.${question.key}`,
    header: same === 0 ? question.label : `${question.label}${String(same + 1)}`,
    use: 'entry',
    field: `q.${question.key}`,
    of: question.per,
    width: 10,
    note: question.text,
    ...(choices.length > 0 ? { choices } : {}),
  }
}

/** Two columns of one header could not be told apart when they come back. */
function labelsBefore(questions: readonly SurveyQuestion[], at: number): number {
  const label = questions[at]?.label
  return questions.slice(0, at).filter((question) => question.label === label).length
}

const accountColumns: readonly BookColumn[] = [
  locked('accountTail', '账号后四位', 8),
  locked('bank', '开户行', 13),
  { key: 'newAccount', header: '新账号', use: 'new', field: 'account.accountNo', of: 'account', width: 21 },
  { key: 'newBank', header: '新开户行', use: 'new', field: 'account.bankName', of: 'account', width: 13 },
  {
    key: 'custody',
    header: '卡在谁手里',
    use: 'entry',
    field: 'account.custody',
    of: 'account',
    choices: custodyChoices,
    width: 9,
  },
]
const areaColumns: readonly BookColumn[] = [
  locked('previousArea', '上年面积', 8),
  { key: 'area', header: '今年面积', use: 'entry', field: 'line.areaMu', of: 'line', width: 8 },
]
const lineColumns: readonly BookColumn[] = [
  {
    key: 'continues',
    header: '今年申报',
    use: 'entry',
    field: 'line.continues',
    of: 'line',
    choices: continuesChoices,
    width: 9,
  },
  { key: 'why', header: '不申报原因', use: 'entry', field: 'line.why', of: 'line', width: 11 },
]

/** What a value reads like in a cell of this column. */
export function shownInBook(column: BookColumn, value: string | null): string {
  if (value === null) return ''
  return column.choices?.find((choice) => choice.value === value)?.label ?? value
}

/** A column whose field is one of the dictionary's. */
export function fieldOf(column: BookColumn) {
  return column.field === undefined ? undefined : findField(column.field)
}

/** 两张表的列 of one workbook. */
export interface BookColumns {
  readonly people: readonly BookColumn[]
  readonly answers: readonly BookColumn[]
}

export function columnsOfBook(set: Pick<QuestionSet, 'questions' | 'perMu'>): BookColumns {
  return { people: bookColumns(set), answers: answerColumns(set) }
}

/** 登记簿核对 — a workbook without a round: who is there and their accounts; nothing of land or this year's lists. */
export function columnsOfRegister(): BookColumns {
  const ofRegister = bookColumns({ perMu: false }).filter((column) => column.of !== 'line')
  return { people: ofRegister.map((column) => registerColumn[column.key] ?? column), answers: [] }
}

/** What the register knows of somebody: gone for a while or not found it cannot say. */
const registerPresence = presenceChoices.filter(({ value }) => ['here', 'moved-out', 'dead'].includes(value))
const registerColumn: Readonly<Partial<Record<string, BookColumn>>> = {
  presence: person('presence', '在户情况', 'person.presence', { choices: registerPresence, width: 9 }),
  [remarkKey]: { key: remarkKey, header: '备注', use: 'entry', of: 'person', width: 14 },
}

/** Every column once: what identifies a row stands on both sheets. */
export function allColumns({ people, answers }: BookColumns): readonly BookColumn[] {
  const known = new Set(people.map(({ key }) => key))
  return [...people, ...answers.filter(({ key }) => !known.has(key))]
}
