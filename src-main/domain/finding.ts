import type { Day } from './day.ts'

/** 检查编号 C01–C28 (domain.md §4). */
export type CheckCode = `C${string}`

/** 疑点等级 — block 拦截, explain 须写核实意见, hint 提示. */
export type Severity = 'block' | 'explain' | 'hint'

/** Where a fact came from: a line of an imported list. */
export interface SourceLine {
  readonly batchId: string
  readonly fileName: string
  readonly sheet: string
  readonly line: number
}

/** 疑点 — what a check found about one application, with the facts its sentence needs and where they stand. */
export interface Finding {
  readonly applicationId: string
  readonly check: CheckCode
  readonly severity: Severity
  /** Never holds a full ID or account number: those of others are shown by the page on demand. */
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
  readonly sources: readonly SourceLine[]
  /** Other applications the finding is about (the second line of a duplicate, the other holders of a card). */
  readonly others: readonly string[]
  readonly asOf: Day
}

/** 同因 — found by the same check on the same other lists: what explains one may explain the other. */
export function causeOf({ check, sources }: Pick<Finding, 'check' | 'sources'>): string {
  return [check, ...[...new Set(sources.map(({ batchId }) => batchId))].sort()].join('|')
}
