/** 来源 — the file, sheet and line a row came from; null for what was typed here. */
export function sourceOf(row: {
  readonly batchId: string | null
  readonly fileName: string | null
  readonly sheet: string | null
  readonly line: number | null
}) {
  const { batchId, fileName, sheet, line } = row
  return batchId === null || fileName === null || sheet === null || line === null
    ? null
    : { batchId, fileName, sheet, line }
}
