import { sql, type RawBuilder } from 'kysely'
import type { ExtractDefinition } from '../domain/extract-definition.ts'
import { isAnswerColumn } from '../domain/extract-definition.ts'
import type { Scope } from '../domain/role.ts'
import { answerOf, conditionsOf, type BirthBounds } from './extract-conditions.ts'
import { extractSources } from './extract-source.ts'
import type { Reader } from './reader.ts'

/** One line with whole values; only the use case may turn it into something people see. */
export interface ExtractRow {
  readonly id: string
  readonly villageCode: string
  readonly villageName: string
  readonly householdNo: string
  readonly personId: string | null
  /** In the order of the definition's columns. */
  readonly values: readonly (string | number | null)[]
}

export interface ExtractAsk {
  readonly definition: ExtractDefinition
  readonly born: BirthBounds
  readonly scope: Scope
}

export interface ExtractCount {
  readonly rows: number
  readonly people: number
  readonly households: number
}

/** Villages are asked one after the other, so that no question holds the others up; nobody's village comes last. */
export type ExtractVillage = string | null

interface FoundRow {
  readonly id: string
  readonly villageCode: string | null
  readonly villageName: string | null
  readonly householdNo: string | null
  readonly personId: string | null
  readonly sortKey: string
  readonly values: string
}

/** 户、人、行 of one village. */
export async function countExtract(
  reader: Reader,
  ask: ExtractAsk,
  village: ExtractVillage,
): Promise<ExtractCount> {
  const { from } = extractSources[ask.definition.grain]
  const { rows } = await sql<ExtractCount>`
    SELECT count(*) AS rows, count(DISTINCT p.id) AS people, count(DISTINCT coalesce(h.id, p.id)) AS households
    FROM ${from} WHERE ${wherever(ask, village)}`.execute(executorOf(reader))
  return rows[0] ?? { rows: 0, people: 0, households: 0 }
}

/** Some lines of one village after a place, in the order of households. */
export async function listExtract(
  reader: Reader,
  ask: ExtractAsk,
  village: ExtractVillage,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ rows: ExtractRow[]; next: string | null }> {
  const { from, order, id, village: place } = extractSources[ask.definition.grain]
  const [sortKey, lastId] = after === null ? [null, null] : (JSON.parse(after) as [string, string])
  const onwards = sortKey === null ? sql`1` : sql`(${order}, ${id}) > (${sortKey}, ${lastId})`
  const found = await sql<FoundRow>`
    SELECT ${id} AS id, ${place} AS village_code, (SELECT name FROM division WHERE code = ${place}) AS village_name,
      h.household_no AS household_no, p.id AS person_id, ${order} AS sort_key, json_array(${columnsOf(ask)}) AS "values"
    FROM ${from} WHERE ${wherever(ask, village)} AND ${onwards}
    ORDER BY ${order}, ${id} LIMIT ${limit + 1}`.execute(executorOf(reader))
  const rows = found.rows.slice(0, limit)
  const last = rows.at(-1)
  const more = found.rows.length > limit && last !== undefined
  return { rows: rows.map(toRow), next: more ? JSON.stringify([last.sortKey, last.id]) : null }
}

function toRow({ sortKey: _sortKey, values, ...row }: FoundRow): ExtractRow {
  return {
    ...row,
    villageCode: row.villageCode ?? '',
    villageName: row.villageName ?? '',
    householdNo: row.householdNo ?? '',
    values: JSON.parse(values) as ExtractRow['values'],
  }
}

function columnsOf({ definition, scope }: ExtractAsk): RawBuilder<unknown> {
  const { columns } = extractSources[definition.grain]
  const roundId = definition.conditions.survey?.roundId ?? ''
  return sql.join(
    definition.columns.map((key) =>
      isAnswerColumn(key) ? answerOf(roundId, key, scope) : (columns[key] ?? sql`NULL`),
    ),
  )
}

function wherever(ask: ExtractAsk, village: ExtractVillage): RawBuilder<unknown> {
  const { definition, born, scope } = ask
  const { village: place } = extractSources[definition.grain]
  const here = village === null ? sql`${place} IS NULL` : sql`${place} = ${village}`
  return sql.join([here, ...conditionsOf(definition.grain, definition.conditions, born, scope)], sql` AND `)
}

function executorOf(reader: Reader) {
  return { getExecutor: () => reader.getExecutor() }
}
