import { sql, type Expression, type SqlBool } from 'kysely'
import type { Scope } from '../domain/role.ts'

/** Whether a village lies in the scope; a village nobody knows lies in none but the whole. */
export function inVillages(village: Expression<string | null>, { villages }: Scope): Expression<SqlBool> {
  if (villages === 'all') return sql<SqlBool>`1`
  // One JSON text however many villages there are: an empty scope finds nothing.
  return sql<SqlBool>`${village} IN (SELECT value FROM json_each(${JSON.stringify(villages)}))`
}
