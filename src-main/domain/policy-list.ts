import { plainText } from './plain-text.ts'
import { plainWord } from './word-list.ts'

/** 清单的一项 — what a county's list says of a programme; the rate stays as it is worded. */
export interface PolicyLine {
  readonly programmeCode: string
  readonly name: string
  readonly department: string
  readonly beneficiaries: string
  readonly rateText: string
  /** Decimal text in 元 per unit where the wording is one plain amount; null is 待定标准 (field-notes 7). */
  readonly rateYuan: string | null
  readonly unit: string
  readonly cycle: string
  readonly basis: string
  readonly phone: string
}

/** A line as a file has it, before it is known which programme it is. */
export interface ReadPolicyLine extends Omit<PolicyLine, 'programmeCode' | 'rateYuan'> {
  /** 1-based sheet row. */
  readonly line: number
}

/** Why a list is refused as a whole; what is wrong is wrong on one of its lines. */
export interface PolicyLineFault {
  readonly line: number
  readonly rule: 'twice' | 'no-name' | 'same-programme'
  readonly name: string
  /** The line it collides with; 0 where there is none. */
  readonly otherLine: number
}

interface KnownProgramme {
  readonly code: string
  readonly name: string
}

const amount = String.raw`\d{1,9}(?:\.\d{1,12})?`
const per = String.raw`(?:[/／每·]?(?:亩|人|户|孩|头|只|羽|台|套|次|月|年|季度?|学期))`
const plainRate = new RegExp(`^(${amount})元?${per}{0,3}$`)

/** 标准 — the amount a wording plainly is (`67.03元/亩`); null for every wording that has to be read by a person. */
export function rateOfText(text: string): string | null {
  const found = plainRate.exec(plainText(text).replace(/[\s,，]/g, ''))?.[1]
  return found === undefined || Number(found) === 0 ? null : found
}

/** The same words with and without what stands in brackets: 雨露计划（职业教育补助） is 雨露计划, too. */
export function programmeOfName(name: string, known: readonly KnownProgramme[]): string | undefined {
  const whole = plainWord(name)
  const same = known.find((one) => plainWord(one.name) === whole)
  if (same !== undefined) return same.code
  const short = known.filter((one) => withoutBrackets(one.name) === withoutBrackets(name))
  return short.length === 1 ? short[0]?.code : undefined
}

function withoutBrackets(name: string): string {
  return plainWord(plainText(name).replace(/[（(].*?[)）]/g, ''))
}

/** What a list is refused for: a line without a name, a programme on two lines, by one name or by two. */
export function faultsOf(
  lines: readonly ReadPolicyLine[],
  known: readonly KnownProgramme[],
): readonly PolicyLineFault[] {
  const byName = new Map<string, number>()
  const byCode = new Map<string, number>()
  return lines.flatMap(({ line, name }): PolicyLineFault[] => {
    if (plainWord(name) === '') return [{ line, rule: 'no-name', name: '', otherLine: 0 }]
    const word = plainWord(name)
    const code = programmeOfName(name, known)
    const [sameName, sameCode] = [byName.get(word), code === undefined ? undefined : byCode.get(code)]
    byName.set(word, sameName ?? line)
    if (code !== undefined) byCode.set(code, sameCode ?? line)
    if (sameName !== undefined) return [{ line, rule: 'twice', name, otherLine: sameName }]
    return sameCode === undefined ? [] : [{ line, rule: 'same-programme', name, otherLine: sameCode }]
  })
}

/** 县清单新项目 — the next free code for a programme that nobody knows yet. */
export function nextCodes(taken: readonly string[]): () => string {
  const numbers = taken.flatMap((code) => /^XQ(\d{2})$/.exec(code)?.[1] ?? []).map(Number)
  let last = Math.max(0, ...numbers)
  return () => `XQ${String((last += 1)).padStart(2, '0')}`
}
