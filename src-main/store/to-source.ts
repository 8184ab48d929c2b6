import type { SourceLine } from '../domain/finding.ts'

/** 出处 of a joined row; null where it did not come from a list. */
export function toSource(row: {
  readonly batchId: string | null
  readonly fileName: string | null
  readonly sheet: string | null
  readonly line: number | null
}): SourceLine | null {
  const { batchId, fileName, sheet, line } = row
  if (batchId === null || fileName === null || sheet === null || line === null) return null
  return { batchId, fileName, sheet, line }
}
