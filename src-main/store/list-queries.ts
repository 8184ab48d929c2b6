import type { ListKind } from '../domain/list-kind.ts'
import type { Period } from './application-queries.ts'
import type { Reader, Writer } from './reader.ts'

/** 导入批次 — one imported sheet; its source file lies in the vault. */
export interface ListBatch {
  readonly id: string
  readonly importId: string
  readonly kind: ListKind
  readonly fileName: string
  readonly fileSha256: string
  readonly sheet: string
  readonly year: number | null
  readonly lines: number
  readonly accepted: number
  readonly rejected: number
  readonly warned: number
  readonly skipped: number
  readonly areaCentiMu: number | null
  readonly amountFen: number | null
  readonly headers: string
  readonly importedBy: string
  readonly importedAt: string
}

export interface RejectedLine {
  readonly line: number
  readonly raw: readonly string[]
  readonly reasons: readonly {
    readonly field: string
    readonly rule: string
    readonly columnIndex: number | null
  }[]
}

export async function insertBatch(writer: Writer, batch: ListBatch): Promise<void> {
  await writer.insertInto('listBatch').values(batch).execute()
}

export async function insertRejects(
  writer: Writer,
  batchId: string,
  rejects: readonly RejectedLine[],
): Promise<void> {
  const rows = rejects.map((reject) => ({
    batchId,
    line: reject.line,
    raw: JSON.stringify(reject.raw),
    reasons: JSON.stringify(reject.reasons),
  }))
  for (let at = 0; at < rows.length; at += 500) {
    await writer
      .insertInto('listReject')
      .values(rows.slice(at, at + 500))
      .execute()
  }
}

export async function listRejects(reader: Reader, batchId: string): Promise<RejectedLine[]> {
  const rows = await reader
    .selectFrom('listReject')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('line')
    .execute()
  return rows.map((row) => ({
    line: row.line,
    raw: JSON.parse(row.raw) as string[],
    reasons: JSON.parse(row.reasons) as RejectedLine['reasons'],
  }))
}

/** 入口恒等式 — raw lines = valid + rejected + skipped of the rolls a period was rolled forward from. */
export async function findEntrance(
  reader: Reader,
  period: Period,
): Promise<{ lines: number; valid: number; rejected: number; skipped: number } | undefined> {
  const batches = reader
    .selectFrom('application as a')
    .innerJoin('rosterLine as r', 'r.id', 'a.rosterLineId')
    .select('r.batchId')
    .distinct()
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
  const row = await reader
    .selectFrom('listBatch')
    .select((e) => [
      e.fn.sum<number>('lines').as('lines'),
      e.fn.sum<number>('accepted').as('valid'),
      e.fn.sum<number>('rejected').as('rejected'),
      e.fn.sum<number>('skipped').as('skipped'),
    ])
    .where('id', 'in', batches)
    .executeTakeFirst()
  return row === undefined || row.lines === null ? undefined : row
}
