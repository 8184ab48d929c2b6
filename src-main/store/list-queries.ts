import type { NotNull } from 'kysely'
import type { ListKind } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
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

export async function listBatches(reader: Reader): Promise<(ListBatch & { importedByName: string })[]> {
  const rows = await reader
    .selectFrom('listBatch as b')
    .innerJoin('user as u', 'u.id', 'b.importedBy')
    .selectAll('b')
    .select('u.displayName as importedByName')
    .where('b.undoneAt', 'is', null)
    .orderBy('b.importedAt', 'desc')
    .execute()
  return rows as (ListBatch & { importedByName: string })[]
}

export async function getBatch(reader: Reader, batchId: string): Promise<ListBatch> {
  const row = await reader.selectFrom('listBatch').selectAll().where('id', '=', batchId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '导入批次' })
  return row as ListBatch
}

/** A batch of the same kind made from the very same bytes and sheet. */
export async function findSameFile(
  reader: Reader,
  like: { kind: ListKind; fileSha256: string; sheet: string; year: number | null },
): Promise<{ importedAt: string; importedBy: string } | undefined> {
  return reader
    .selectFrom('listBatch as b')
    .innerJoin('user as u', 'u.id', 'b.importedBy')
    .select(['b.importedAt', 'u.displayName as importedBy'])
    .where('b.kind', '=', like.kind)
    .where('b.fileSha256', '=', like.fileSha256)
    .where('b.sheet', '=', like.sheet)
    .where('b.year', 'is', like.year)
    .where('b.undoneAt', 'is', null)
    .executeTakeFirst()
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

/** Keys of the lines already on a year's farmland roll; see `rollKey` for what makes a line the same. */
export async function listRollKeys(reader: Reader, year: number): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('account as k', 'k.id', 'r.accountId')
    .select(['p.idNumber', 'r.villageCode', 'r.areaCentiMu', 'k.accountNo'])
    .where('r.year', '=', year)
    .execute()
  return new Set(
    rows.map((row) => `${row.idNumber}|${row.villageCode}|${String(row.areaCentiMu)}|${row.accountNo}`),
  )
}

/** ID numbers that stand on a stored list of the same kind (and year, where the kind has one). */
export async function listKnownEntries(
  reader: Reader,
  kind: ListKind,
  year: number | null,
): Promise<ReadonlyMap<string, string>> {
  if (kind === 'farmland-roll') {
    const rows = await reader
      .selectFrom('rosterLine as r')
      .innerJoin('person as p', 'p.id', 'r.personId')
      .select('p.idNumber')
      .where('r.year', '=', year)
      .execute()
    return new Map(rows.map((row) => [row.idNumber, '']))
  }
  const rows =
    kind === 'land-rights'
      ? await reader.selectFrom('landRight').select('idNumber').execute()
      : await reader
          .selectFrom('externalEntry')
          .select('idNumber')
          .where('kind', '=', kind === 'deceased' ? 'deceased' : 'payroll')
          .execute()
  return new Map(rows.map((row) => [row.idNumber, '']))
}

/** 上年一行 — what is carried into this year's application. */
export interface LineToRollForward {
  readonly id: string
  readonly villageCode: string
  readonly groupName: string
  readonly personId: string
  readonly householdId: string | null
  readonly accountId: string
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly printedAmountFen: number | null
}

/** Lines of a year's roll that have no application of the new year yet, in the roll's own order. */
export function listLinesToRollForward(
  reader: Reader,
  period: Period & { fromYear: number },
  scope: Scope,
): Promise<LineToRollForward[]> {
  const rolled = reader
    .selectFrom('application')
    .select('rosterLineId')
    .where('year', '=', period.year)
    .where('rosterLineId', 'is not', null)
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .where('r.villageCode', 'is not', null)
    .where('r.accountId', 'is not', null)
    .select([
      'r.id',
      'r.villageCode',
      'r.groupName',
      'r.personId',
      'p.householdId',
      'r.accountId',
      'r.areaCentiMu',
      'r.amountFen',
      'r.printedAmountFen',
    ])
    .$narrowType<{ villageCode: NotNull; accountId: NotNull }>()
    .where('r.programmeCode', '=', period.programmeCode)
    .where('r.year', '=', period.fromYear)
    .where('b.undoneAt', 'is', null)
    .where('r.id', 'not in', rolled)
  if (scope.villages !== 'all') query = query.where('r.villageCode', 'in', [...scope.villages])
  return query.orderBy('r.batchId').orderBy('r.line').execute()
}
