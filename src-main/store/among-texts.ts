import { sql, type Expression, type SqlBool } from 'kysely'

/** `column IN (…)` as one JSON text, however long the list is. */
export function amongTexts(column: Expression<string | null>, texts: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`${column} IN (SELECT value FROM json_each(${JSON.stringify(texts)}))`
}
