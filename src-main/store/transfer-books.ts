import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

export interface Book {
  readonly batchId: string
  readonly fileName: string
  readonly rows: number
  readonly areaCentiMu: number
}

/**
 * 没有对方信息的台账 — transfer ledgers that name no counterpart in any line, and land ledgers that only sum up what
 * was given away: each is told of once.
 */
export async function listBooksWithoutCounterparts(reader: Reader, scope: Scope): Promise<Book[]> {
  const within = inVillages(sql.ref('village_code'), scope)
  const { rows } = await sql<Book>`
    SELECT t.batch_id, b.file_name, count(*) AS rows, sum(t.area_centi_mu) AS area_centi_mu
    FROM land_transfer t JOIN list_batch b ON b.id = t.batch_id
    WHERE t.status = 'active' AND b.undone_at IS NULL AND ${within} GROUP BY t.batch_id
    HAVING max(t.giver_name <> '' AND (t.taker_name <> '' OR t.taker_id_number <> '' OR t.taker_credit_code <> '')) = 0
    UNION ALL
    SELECT l.batch_id, b.file_name, count(*), sum(l.transferred_out_centi_mu)
    FROM land_right l JOIN list_batch b ON b.id = l.batch_id
    WHERE l.transferred_out_centi_mu > 0 AND b.undone_at IS NULL AND ${within}
      AND b.imported_at = (SELECT max(nb.imported_at) FROM land_right n JOIN list_batch nb ON nb.id = n.batch_id
        WHERE n.village_code = l.village_code AND nb.undone_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM land_transfer t WHERE t.giver_id_number = l.id_number AND t.status = 'active')
    GROUP BY l.batch_id`.execute(reader)
  return rows
}
