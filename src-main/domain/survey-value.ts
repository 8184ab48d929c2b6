import { parseAccountNo } from './account-no.ts'
import { formatMu, parseArea } from './area.ts'
import { parseDay } from './day.ts'
import { parseGroupName } from './group-name.ts'
import { parseIdNumber } from './id-number.ts'
import { fenFromYuan, yuanFromFen } from './money.ts'
import { parsePersonName } from './person-name.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { type Choice, findChoice } from './survey-choice.ts'
import type { ParsedValue, SurveyRule } from './survey-rule.ts'

/** What kind of value a field or a question takes, with its limits. */
export type ValueKind =
  | { readonly kind: 'text'; readonly longest?: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'group' }
  | { readonly kind: 'id-number' }
  | { readonly kind: 'account-no' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'day'; readonly when?: 'past' | 'future' }
  | {
      readonly kind: 'number'
      readonly least?: number | undefined
      readonly most?: number | undefined
      readonly decimals?: number | undefined
    }
  | { readonly kind: 'area'; readonly least?: number | undefined; readonly most?: number | undefined }
  | { readonly kind: 'money'; readonly least?: number | undefined; readonly most?: number | undefined }

const longestText = 200

type ParserOf<K extends ValueKind['kind']> = (
  kind: Extract<ValueKind, { kind: K }>,
  typed: string,
  today: string,
) => ParsedValue

const parsers: { readonly [K in ValueKind['kind']]: ParserOf<K> } = {
  text: ({ longest = longestText }, typed) => {
    const plain = plainText(typed)
    return [...plain].length > longest ? broken('too-long') : kept(plain)
  },
  name: (_, typed) => {
    const read = parsePersonName(typed)
    return read.ok ? kept(read.name) : read
  },
  group: (_, typed) => {
    const group = parseGroupName(typed)
    return [...group].length > 20 ? broken('too-long') : kept(group)
  },
  'id-number': (_, typed) => {
    const read = parseIdNumber(typed)
    return read.ok ? kept(read.idNumber) : read
  },
  'account-no': (_, typed) => {
    const read = parseAccountNo(typed)
    return read.ok ? kept(read.accountNo) : read
  },
  phone: (_, typed) => parsePhone(typed),
  reference: (_, typed) => kept(plainText(typed)),
  choice: ({ choices }, typed) => {
    const choice = findChoice(choices, plainText(typed))
    return choice ? kept(choice.value) : broken('code-unknown')
  },
  day: ({ when }, typed, today) => parseVisitDay(plainText(typed), today, when),
  number: (kind, typed) => parseCount(typed, kind),
  area: (kind, typed) => {
    const area = parseArea(typed)
    return area.ok ? (within(area.centiMu, kind, 100) ?? kept(formatMu(area.centiMu))) : area
  },
  money: (kind, typed) => {
    const fen = fenFromYuan(typed)
    return fen === undefined ? broken('not-a-number') : (within(fen, kind, 100) ?? kept(yuanFromFen(fen)))
  },
}

/** A typed value in the one form it is kept in, or the rule it breaks. Nothing typed is null, never a refusal. */
export function parseValue(kind: ValueKind, typed: string, today: string): ParsedValue {
  if (plainText(typed) === '') return { ok: true, value: null }
  const parse = parsers[kind.kind] as ParserOf<ValueKind['kind']>
  return parse(kind, typed, today)
}

function parsePhone(typed: string): ParsedValue {
  const digits = withoutSpaces(typed).replace(/[-\u2010-\u2015]/g, '')
  return /^\+?\d{7,13}$/.test(digits) ? kept(digits) : broken('phone-not-a-number')
}

/** A clerk may leave the year out: `7-2` and `0702` are this year's. */
function parseVisitDay(plain: string, today: string, when?: 'past' | 'future'): ParsedValue {
  const year = today.slice(0, 4)
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  const day = parseDay(short ? `${year}-${short[1] ?? ''}-${short[2] ?? ''}` : plain)
  if (day === undefined) return broken('day-unreadable')
  if (when === 'past' && day > today) return broken('not-in-future')
  if (when === 'future' && day < today) return broken('is-past')
  return kept(day)
}

function parseCount(typed: string, kind: Extract<ValueKind, { kind: 'number' }>): ParsedValue {
  const match = /^-?\d{1,12}(?:\.(\d{1,6}))?$/.exec(withoutSpaces(typed))
  if (!match) return broken('not-a-number')
  if ((match[1] ?? '').replace(/0+$/, '').length > (kind.decimals ?? 0)) return broken('too-many-decimals')
  return within(Number(match[0]), kind, 1) ?? kept(String(Number(match[0])))
}

function within(
  value: number,
  { least, most }: { readonly least?: number | undefined; readonly most?: number | undefined },
  unit: number,
): ParsedValue | undefined {
  if (least !== undefined && value < Math.round(least * unit)) return broken('below-least')
  if (most !== undefined && value > Math.round(most * unit)) return broken('above-most')
  return undefined
}

function kept(value: string): ParsedValue {
  return { ok: true, value }
}

function broken(rule: SurveyRule): ParsedValue {
  return { ok: false, rule }
}
