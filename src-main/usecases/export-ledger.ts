import { sha256Hex } from '../crypto/digest.ts'
import { addMonths, dayInShanghai } from '../domain/day.ts'
import { insertLedgerEntry, listLedger, type NewLedgerEntry } from '../store/export-ledger-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

/** 留存期 — records of handing personal data on are kept for at least three years (field-notes 19). */
const keptMonths = 36

/** What left, in which words; digests and counts are filled in when it is recorded. */
export interface ToLedger {
  readonly kind: NewLedgerEntry['kind']
  readonly serial: string
  readonly title: string
  readonly columns: readonly string[]
  readonly conditions: string
  readonly rows: number
  readonly people: number
  readonly fileName: string
  readonly reason: string
  readonly recipient: string
  readonly full?: { readonly requestId: string; readonly secondBy: string }
}

/** 流水号 — unlike any run of digits of a person's number: six digits of the day, six letters of chance. */
export function exportSerial(ctx: { now(): Date; newId(): string }): string {
  const day = dayInShanghai(ctx.now().getTime()).slice(2).replaceAll('-', '')
  return `DC${day}-${ctx.newId().slice(-6).toUpperCase()}`
}

/** 导出台账 — an entry is never changed and never removed; the trace points at it. */
export async function recordExport(ctx: CommandContext, entry: ToLedger, bytes: Uint8Array): Promise<void> {
  const { full, columns, ...rest } = entry
  const id = ctx.newId()
  const madeAt = ctx.now().toISOString()
  const fileSha256 = sha256Hex(bytes)
  await insertLedgerEntry(ctx.writer, {
    id,
    ...rest,
    columns: JSON.stringify(columns),
    fullNumbers: full === undefined ? 0 : 1,
    villages: JSON.stringify(ctx.scope.villages),
    programmes: JSON.stringify(ctx.scope.programmes),
    fileSha256,
    size: bytes.length,
    requestId: full?.requestId ?? null,
    secondBy: full?.secondBy ?? null,
    madeBy: ctx.actor.userId,
    madeAt,
    keptUntil: addMonths(ctx.today(), keptMonths),
  })
  await trace(ctx, full === undefined ? 'extract.export' : 'extract.export-full', id, {
    serial: entry.serial,
    kind: entry.kind,
    rows: entry.rows,
    people: entry.people,
    fileSha256,
    ...(full === undefined ? {} : { secondBy: full.secondBy, requestId: full.requestId }),
  })
}

export async function showLedger(
  ctx: QueryContext,
  page: { after: string | null; limit: number; fullOnly: boolean },
) {
  const { rows, next, total } = await listLedger(
    ctx.reader,
    { scope: ctx.scope, userId: ctx.actor.userId },
    page,
  )
  return {
    rows: rows.map((row) => ({
      entryId: row.id,
      serial: row.serial,
      kind: row.kind,
      title: row.title,
      columns: JSON.parse(row.columns) as string[],
      conditions: row.conditions,
      fullNumbers: row.fullNumbers === 1,
      rows: row.rows,
      people: row.people,
      fileName: row.fileName,
      fileSha256: row.fileSha256,
      reason: row.reason,
      recipient: row.recipient,
      madeBy: row.madeByName,
      secondBy: row.secondByName,
      madeAt: row.madeAt,
      keptUntil: row.keptUntil,
    })),
    next,
    total,
  }
}
