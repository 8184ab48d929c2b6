/**
 * 条件 — when a question is asked or a hint is shown, as data. `answer` looks at the same person's answer, or the
 * household's; `fact` at what is known of a person or household.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answer: string; readonly is: readonly string[] }
  | { readonly fact: string; readonly is: readonly string[] }
  | { readonly fact: string; readonly least?: number | undefined; readonly most?: number | undefined }

export type FactValue = string | number | boolean | null
export type Facts = Readonly<Record<string, FactValue | undefined>>

export interface ConditionGround {
  readonly facts: Facts
  answer(key: string): string | null
}

/** Whether a condition holds; what is not known meets none. */
export function meets(condition: Condition, ground: ConditionGround): boolean {
  if ('all' in condition) return condition.all.every((one) => meets(one, ground))
  if ('any' in condition) return condition.any.some((one) => meets(one, ground))
  if ('not' in condition) return !meets(condition.not, ground)
  if ('answer' in condition) return condition.is.includes(ground.answer(condition.answer) ?? '')
  const fact = ground.facts[condition.fact]
  if ('is' in condition) return fact != null && condition.is.includes(String(fact))
  if (typeof fact !== 'number') return false
  return fact >= (condition.least ?? -Infinity) && fact <= (condition.most ?? Infinity)
}

/** Keys of the questions a condition looks at. */
export function answersIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(answersIn)
  if ('any' in condition) return condition.any.flatMap(answersIn)
  if ('not' in condition) return answersIn(condition.not)
  return 'answer' in condition ? [condition.answer] : []
}

/** Names of the facts a condition looks at. */
export function factsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  if ('not' in condition) return factsIn(condition.not)
  return 'fact' in condition ? [condition.fact] : []
}
