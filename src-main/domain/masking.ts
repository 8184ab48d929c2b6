import { surnameLength } from './surname.ts'

declare const printed: unique symbol

/** 公示姓名 — a name as it may be printed; only this file makes one. */
export type PrintedName = string & { readonly [printed]: 'name' }

/** 证号后四位 — the only part of an ID number that may be printed. */
export type PrintedIdTail = string & { readonly [printed]: 'id-tail' }

/** 隐名方式 — the full name, or the surname alone (`张某某`). */
export type NameStyle = 'full' | 'surname-only'

/** One line before masking. It cannot be passed where a PublicLine is asked for. */
export interface UnmaskedLine {
  readonly lineNo: number
  readonly group: string
  readonly name: string
  readonly idNumber: string
  readonly areaCentiMu: number | null
  readonly rateText: string
  readonly amountFen: number | null
  readonly note: string
}

/** 公示行 — what a notice may print about one person. */
export interface PublicLine {
  readonly lineNo: number
  readonly group: string
  readonly name: PrintedName
  readonly idTail: PrintedIdTail | null
  readonly areaCentiMu: number | null
  readonly rateText: string
  readonly amountFen: number | null
  readonly note: string
}

/** A public line as it comes back from storage: text that has lost its mark. */
export type StoredPublicLine = {
  readonly [K in keyof PublicLine]: K extends 'name'
    ? string
    : K extends 'idTail'
      ? string | null
      : PublicLine[K]
}

/** One masked line. `withIdTail` is for same names in one group; `toPublicLines` decides it for a whole list. */
export function toPublicLine(line: UnmaskedLine, style: NameStyle, withIdTail = false): PublicLine {
  return {
    lineNo: line.lineNo,
    group: withoutNumbers(line.group),
    name: printedName(line.name, style),
    idTail: withIdTail ? (line.idNumber.slice(-4) as PrintedIdTail) : null,
    areaCentiMu: line.areaCentiMu,
    rateText: rateWithoutNumbers(line.rateText),
    amountFen: line.amountFen,
    note: withoutNumbers(line.note),
  }
}

/** A whole list masked; the last four digits appear only where a group has the same printed name twice. */
export function toPublicLines(lines: readonly UnmaskedLine[], style: NameStyle): readonly PublicLine[] {
  const keyOf = (line: UnmaskedLine) => JSON.stringify([line.group, printedName(line.name, style)])
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  return lines.map((line) => toPublicLine(line, style, (counts.get(keyOf(line)) ?? 0) > 1))
}

/** A frozen line read back, or undefined when it holds more than a masked line can. */
export function restorePublicLine(stored: StoredPublicLine): PublicLine | undefined {
  const tailIsShort = stored.idTail === null || /^\d{3}[\dX]$/.test(stored.idTail)
  const texts = [stored.group, stored.name, stored.note]
  if (!tailIsShort || texts.some((text) => withoutNumbers(text) !== text)) return undefined
  if (rateWithoutNumbers(stored.rateText) !== stored.rateText) return undefined
  const { lineNo, group, name, idTail, areaCentiMu, rateText, amountFen, note } = stored
  return {
    lineNo,
    group,
    name: name as PrintedName,
    idTail: idTail as PrintedIdTail | null,
    areaCentiMu,
    rateText,
    amountFen,
    note,
  }
}

function printedName(name: string, style: NameStyle): PrintedName {
  const clean = withoutNumbers(name)
  if (style === 'full') return clean as PrintedName
  const characters = [...clean]
  const shown = surnameLength(clean)
  const hidden = Math.max(1, Math.min(2, characters.length - shown))
  return (characters.slice(0, shown).join('') + '某'.repeat(hidden)) as PrintedName
}

// Seven digits, however spaced or wide, could be of an ID number, an account or a telephone.
const longNumber = /[\d０-９](?:[\s\u3000-]*[\d０-９]){6,}[XxＸｘ]?/g
const dashedDay = /^\d{4}-\d{1,2}-\d{1,2}$/

/** Free text as a paper or file about several people may hold it: what could be a number of somebody is starred out. */
export function withoutNumbers(text: string): string {
  return text.replace(longNumber, (digits) => (dashedDay.test(digits) ? digits : '***'))
}

// A standard may well have seven decimals (124.9788302); only what stands behind it is searched.
function rateWithoutNumbers(text: string): string {
  const rate = /^\d{1,5}\.\d{1,12}(?!\d)/.exec(text)?.[0] ?? ''
  return rate + withoutNumbers(text.slice(rate.length))
}
