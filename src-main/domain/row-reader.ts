import type { CellOrigin } from './plain-text.ts'
import type { BrokenField, ParsedRow, RowRule } from './row-rule.ts'

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

  constructor(row: RowText) {
    this.#row = row
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

  refuse(field: string, rule: RowRule): void {
    this.#broken.push({ field, rule })
  }

  warn(rule: RowRule): void {
    this.#warnings.push(rule)
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
