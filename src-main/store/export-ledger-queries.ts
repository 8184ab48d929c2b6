import { sql, type Insertable } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Reader, Writer } from './reader.ts'
import type { ExportLedgerTable } from './schema/extract-tables.ts'

export type NewLedgerEntry = Insertable<ExportLedgerTable>

export async function insertLedgerEntry(writer: Writer, entry: NewLedgerEntry): Promise<void> {
  await writer.insertInto('exportLedger').values(entry).execute()
}

/** 导出台账, newest first; who has not all villages sees only what they made themselves. */
export async function listLedger(
  reader: Reader,
  { scope, userId }: { scope: Scope; userId: string },
  { after, limit, fullOnly }: { after: string | null; limit: number; fullOnly: boolean },
) {
  const entries = reader
    .selectFrom('exportLedger as l')
    .innerJoin('user as u', 'u.id', 'l.madeBy')
    .leftJoin('user as s', 's.id', 'l.secondBy')
    .$if(scope.villages !== 'all' || scope.programmes !== 'all', (query) =>
      query.where((e) => e.or([e('l.madeBy', '=', userId), e('l.secondBy', '=', userId)])),
    )
    .$if(fullOnly, (query) => query.where('l.fullNumbers', '=', 1))
  const [madeAt, lastId] = after === null ? [null, null] : (JSON.parse(after) as [string, string])
  const found = await entries
    .$if(madeAt !== null, (query) => query.where(sql<boolean>`(l.made_at, l.id) < (${madeAt}, ${lastId})`))
    .selectAll('l')
    .select(['u.displayName as madeByName', 's.displayName as secondByName'])
    .orderBy('l.madeAt', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await entries.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = found.length > limit && last ? JSON.stringify([last.madeAt, last.id]) : null
  return { rows, next, total }
}
