import type { Scope } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { rawOf } from './raw.ts'
import type { Reader } from './reader.ts'
import { expressionOf, type Places } from './search-expression.ts'
import { matchOf, type Match } from './search-match.ts'

/** 查人 — one person found; whole values, for the use case to mask. */
export interface SearchHit {
  readonly personId: string
  readonly householdId: string | null
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly relation: string
  readonly status: 'registered' | 'cancelled' | 'moved-out' | 'dead'
  readonly householdNo: string
  readonly villageCode: string
  readonly villageName: string
  readonly groupName: string
  readonly matched: Match
}

export interface PeopleSearch {
  readonly text: string
  readonly limit: number
  readonly scope: Scope
}

/** Those called exactly so come first, then the register's own order. The total is exact. */
export async function searchPeople(
  reader: Reader,
  { text, limit, scope }: PeopleSearch,
): Promise<{ hits: SearchHit[]; total: number }> {
  const expression = expressionOf(text, scope.villages, () => readPlaces(reader))
  if (expression === undefined) return { hits: [], total: 0 }
  const total = countOf(reader, expression.all)
  const exact = expression.exact === undefined ? [] : documentsOf(reader, expression.exact, limit)
  const rest =
    exact.length < Math.min(limit, total) ? documentsOf(reader, expression.all, limit + exact.length) : []
  const documents = [...new Set([...exact, ...rest])].slice(0, limit)
  return { hits: readHits(reader, documents, text), total }
}

function countOf(reader: Reader, expression: string): number {
  return rawOf(reader).prepare('SELECT count(*) FROM search_index(?)').pluck().get(expression) as number
}

function documentsOf(reader: Reader, expression: string, limit: number): number[] {
  const sql = 'SELECT rowid FROM search_index(?) ORDER BY rowid LIMIT ?'
  return rawOf(reader).prepare(sql).pluck().all(expression, limit) as number[]
}

function readHits(reader: Reader, documents: readonly number[], text: string): SearchHit[] {
  const find = rawOf(reader).prepare<
    [number],
    Omit<SearchHit, 'matched'> & { readonly accountNos: string | null }
  >(hitSql)
  return documents.flatMap((document) => {
    const row = find.get(document)
    if (row === undefined) return []
    const { accountNos: _, ...hit } = row
    return [{ ...hit, matched: matchOf(row, text) }]
  })
}

function readPlaces(reader: Reader): Places {
  const raw = rawOf(reader)
  // Who types a village's old name means those who live in what it is now.
  const villages = raw
    .prepare<[], { code: string; name: string }>(
      `SELECT coalesce(replaced_by, code) AS code, name FROM division WHERE level = 'village'`,
    )
    .all()
    // As the table has it (甘亭村委会) and as every page shows it (甘亭村).
    .flatMap(({ code, name }) => [...new Set([name, villageTitle(name)])].map((one) => ({ code, name: one })))
  return { villages, groups: raw.prepare('SELECT name FROM search_group').pluck().all() as string[] }
}

/** Where somebody has no household, the newest roll line says the village, as in the index. */
const hitSql = `
  SELECT p.id AS personId, p.household_id AS householdId, p.name AS name, p.id_number AS idNumber, p.phone AS phone,
    p.relation AS relation, p.status AS status,
    (SELECT group_concat(account_no, ' ') FROM account WHERE person_id = p.id) AS accountNos,
    coalesce(h.household_no, '') AS householdNo, coalesce(d.code, '') AS villageCode,
    coalesce(d.name, '') AS villageName, coalesce(h.group_name, r.group_name, '') AS groupName
  FROM search_document s JOIN person p ON p.id = s.person_id
    LEFT JOIN household h ON h.id = p.household_id
    LEFT JOIN roster_line r ON h.id IS NULL AND r.id =
      (SELECT id FROM roster_line WHERE person_id = p.id ORDER BY year DESC, id DESC LIMIT 1)
    LEFT JOIN division d ON d.code = coalesce(h.village_code, r.village_code)
  WHERE s.document = ?`
