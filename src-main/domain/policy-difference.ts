import type { PolicyLine } from './policy-list.ts'

/** What two lists can say differently of one programme. */
export const comparedFields = [
  'name',
  'department',
  'beneficiaries',
  'rateText',
  'unit',
  'cycle',
  'basis',
  'phone',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** 清单变化 — one programme in a list beside what an earlier list said. */
export interface PolicyDifference {
  readonly programmeCode: string
  readonly name: string
  readonly kind: 'new' | 'gone' | 'changed' | 'same'
  readonly changes: readonly {
    readonly field: ComparedField
    readonly before: string
    readonly after: string
  }[]
}

/** Every programme of either list, once: this list's in its order, then those that are gone. */
export function comparePolicyLists(
  lines: readonly PolicyLine[],
  before: readonly PolicyLine[],
): readonly PolicyDifference[] {
  const earlier = new Map(before.map((line) => [line.programmeCode, line]))
  const now = new Set(lines.map(({ programmeCode }) => programmeCode))
  const gone = before.filter(({ programmeCode }) => !now.has(programmeCode))
  return [
    ...lines.map((line) => compareLine(line, earlier.get(line.programmeCode))),
    ...gone.map(({ programmeCode, name }) => ({ programmeCode, name, kind: 'gone' as const, changes: [] })),
  ]
}

function compareLine(line: PolicyLine, before: PolicyLine | undefined): PolicyDifference {
  const { programmeCode, name } = line
  if (before === undefined) return { programmeCode, name, kind: 'new', changes: [] }
  const changes = comparedFields.flatMap((field) =>
    line[field] === before[field] ? [] : [{ field, before: before[field], after: line[field] }],
  )
  return { programmeCode, name, kind: changes.length === 0 ? 'same' : 'changed', changes }
}
