/** 选项 — what a clerk types as a code, what is kept, and what people read. */
export interface Choice {
  readonly code: string
  readonly value: string
  readonly label: string
}

/** Choices numbered from 1, in order. */
export function choicesOf(...pairs: readonly (readonly [value: string, label: string])[]): readonly Choice[] {
  return pairs.map(([value, label], index) => ({ code: String(index + 1), value, label }))
}

export const yesNo: readonly Choice[] = choicesOf(['yes', '是'], ['no', '否'])

/** The choice somebody meant by its code, its words or its kept value. */
export function findChoice(choices: readonly Choice[], typed: string): Choice | undefined {
  return choices.find(({ code, value, label }) => [code, value, label].includes(typed))
}

/** What people read of a kept value; an unknown one is shown as it is. */
export function choiceLabel(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value
}
