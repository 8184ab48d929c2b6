import type { AcceptedLine, RejectedStageLine } from './list-stage.ts'

/** What the writers of every kind get: the judged lines of all sheets in order, and the import they belong to. */
export interface ListWriting {
  readonly importId: string
  readonly fileName: string
  readonly year: number | null
  readonly month: number | null
  /** RFC 3339 */
  readonly at: string
  readonly lines: readonly (AcceptedLine | RejectedStageLine)[]
  /** 来源 — the sheet's batch and the line in it. */
  source(line: AcceptedLine | RejectedStageLine): { readonly batchId: string; readonly line: number }
  /** Cuts long writes into parts and lets other calls run between them. */
  slices<T>(
    rows: readonly T[],
  ): readonly ((write: (part: readonly T[]) => void | Promise<void>) => Promise<void>)[]
}

const rowsAPart = 500

export function listWriting(
  values: Omit<ListWriting, 'slices'>,
  between: (done: number) => Promise<void>,
): ListWriting {
  let done = 0
  return {
    ...values,
    slices: (rows) =>
      Array.from({ length: Math.ceil(rows.length / rowsAPart) }, (_, index) => async (write) => {
        const part = rows.slice(index * rowsAPart, (index + 1) * rowsAPart)
        await write(part)
        done += part.length
        await between(done)
      }),
  }
}
