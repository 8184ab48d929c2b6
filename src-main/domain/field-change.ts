/** 一处变化 — what stands now and what a newer list says, in words for a clerk. */
export interface FieldChange {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** What is said of somebody, each with its name: 死亡日期, 残疾等级 … */
export type Facts = readonly (readonly [label: string, text: string])[]

/** What differs between two lists' words of the same person. */
export function factChanges(before: Facts, after: Facts): FieldChange[] {
  const known = new Map(before)
  return after.flatMap(([label, to]) => {
    const from = known.get(label) ?? ''
    return from === to ? [] : [{ label, from, to }]
  })
}
