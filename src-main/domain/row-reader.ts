import type { CellOrigin } from './plain-text.ts'
import type { BrokenField, ParsedRow, RowRule } from './row-rule.ts'
import { meaningOf, type WordList, type WordsByField } from './word-list.ts'

/** 一行 — the cells of a line by field key, as text. */
export type RowText = Readonly<
  Record<string, { readonly text: string; readonly wasNumber: boolean } | undefined>
>

type Parsed = { readonly ok: true } | { readonly ok: false; readonly rule: RowRule }

/** Reads a line cell by cell and remembers everything that is wrong with it. */
export class RowReader {
  readonly #row: RowText
  readonly #broken: BrokenField[] = []
  readonly #warnings: RowRule[] = []
  readonly #said: WordsByField

  /** `said` is what the clerk has said some words mean. */
  constructor(row: RowText, said: WordsByField = {}) {
    this.#row = row
    this.#said = said
  }

  text(field: string): string {
    return this.#cell(field).text.trim()
  }

  /** What a parser makes of a field; a refusal is noted and gives undefined. */
  parse<P extends Parsed>(
    field: string,
    parser: (text: string, origin: CellOrigin) => P,
  ): Extract<P, { ok: true }> | undefined {
    const parsed = this.optional(field, parser)
    if (parsed.ok) return parsed as Extract<P, { ok: true }>
    this.refuse(field, parsed.rule)
    return undefined
  }

  /** What a parser makes of a field, without judging it. */
  optional<P>(field: string, parser: (text: string, origin: CellOrigin) => P): P {
    const { text, wasNumber } = this.#cell(field)
    return parser(text, { wasNumber })
  }

  /** What the word in a field means; undefined where it is empty or nobody knows. */
  meaning(field: string, list: WordList): string | undefined {
    const { text } = this.#cell(field)
    return text === '' ? undefined : meaningOf(list, text, this.#said[field])
  }

  /** The same; a word nobody knows is told of and does no harm. */
  meaningOrWarn(field: string, list: WordList): string {
    const known = this.meaning(field, list)
    if (known === undefined && this.text(field) !== '') this.warn('word-unknown')
    return known ?? ''
  }

  refuse(field: string, rule: RowRule): void {
    this.#broken.push({ field, rule })
  }

  warn(rule: RowRule): void {
    if (!this.#warnings.includes(rule)) this.#warnings.push(rule)
  }

  rejected(): ParsedRow<never> {
    return { ok: false, broken: this.#broken }
  }

  /** The value with its warnings, unless something was refused beside it. */
  accepted<T>(value: T): ParsedRow<T> {
    return this.#broken.length > 0 ? this.rejected() : { ok: true, value, warnings: this.#warnings }
  }

  #cell(field: string): { readonly text: string; readonly wasNumber: boolean } {
    return (Object.hasOwn(this.#row, field) ? this.#row[field] : undefined) ?? { text: '', wasNumber: false }
  }
}
