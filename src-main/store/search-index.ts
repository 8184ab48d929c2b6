import { setImmediate } from 'node:timers/promises'
import { rawOf } from './raw.ts'
import type { Writer } from './reader.ts'
import { tokensOf, type SearchSubject } from './search-tokens.ts'

interface IndexedRow extends Omit<SearchSubject, 'accountNos' | 'formerNames' | 'formerNumbers'> {
  readonly personId: string
  readonly document: number | null
  readonly accountNos: string | null
  readonly formerNames: string | null
  readonly formerNumbers: string | null
}

const atOnce = 500

/** Writes everybody into the index who has changed in this transaction; the store does it before every commit. */
export async function indexChangedPeople(writer: Writer): Promise<void> {
  const pending = rawOf(writer)
    .prepare<[number], string>('SELECT person_id FROM search_pending LIMIT ?')
    .pluck()
  for (;;) {
    const personIds = pending.all(atOnce)
    if (personIds.length === 0) return
    indexPeople(writer, personIds)
    if (personIds.length === atOnce) await setImmediate()
  }
}

/** Indexes some people now: a long import does so in slices instead of all at the commit. */
export function indexPeople(writer: Writer, personIds: readonly string[]): void {
  const raw = rawOf(writer)
  const wanted = JSON.stringify(personIds)
  const rows = raw.prepare<[string], IndexedRow>(subjectSql).all(wanted)
  const write = writing(writer)
  for (const row of rows) write(row)
  raw.prepare('DELETE FROM search_pending WHERE person_id IN (SELECT value FROM json_each(?))').run(wanted)
}

function writing(writer: Writer): (row: IndexedRow) => void {
  const raw = rawOf(writer)
  const addDocument = raw.prepare('INSERT INTO search_document (person_id) VALUES (?)')
  const forget = raw.prepare('DELETE FROM search_index WHERE rowid = ?')
  const index = raw.prepare('INSERT INTO search_index (rowid, tokens) VALUES (?, ?)')
  const addGroup = raw.prepare('INSERT INTO search_group (name) VALUES (?) ON CONFLICT DO NOTHING')
  const groups = new Set([''])
  return (row) => {
    if (row.document !== null) forget.run(row.document)
    const document = row.document ?? addDocument.run(row.personId).lastInsertRowid
    const subject = {
      ...row,
      accountNos: row.accountNos?.split(' ') ?? [],
      formerNames: row.formerNames?.split('\n') ?? [],
      formerNumbers: row.formerNumbers?.split(' ') ?? [],
    }
    index.run(document, tokensOf(subject))
    if (!groups.has(row.groupName)) addGroup.run(row.groupName)
    groups.add(row.groupName)
  }
}

/** Somebody without a household counts to the village of their newest roll line. */
const subjectSql = `
  SELECT p.id AS personId, s.document AS document, p.name AS name, p.id_number AS idNumber, p.phone AS phone,
    coalesce(h.household_no, '') AS householdNo,
    coalesce(h.village_code, (SELECT village_code FROM roster_line WHERE person_id = p.id AND village_code IS NOT NULL ORDER BY year DESC, id DESC), '') AS villageCode,
    coalesce(h.group_name, (SELECT group_name FROM roster_line WHERE person_id = p.id AND village_code IS NOT NULL ORDER BY year DESC, id DESC), '') AS groupName,
    (SELECT group_concat(account_no, ' ') FROM account WHERE person_id = p.id) AS accountNos,
    (SELECT group_concat(old_value, char(10)) FROM value_change
      WHERE entity = 'person' AND entity_id = p.id AND field = 'name' AND old_value <> '') AS formerNames,
    (SELECT group_concat(old_value, ' ') FROM (
      SELECT old_value FROM value_change WHERE entity = 'person' AND entity_id = p.id AND field IN ('idNumber', 'phone')
      UNION ALL SELECT old_value FROM value_change WHERE entity = 'household' AND entity_id = h.id AND field = 'householdNo'
      UNION ALL SELECT c.old_value FROM account a JOIN value_change c ON c.entity = 'account' AND c.entity_id = a.id
        WHERE a.person_id = p.id AND c.field = 'accountNo') WHERE old_value <> '') AS formerNumbers
  FROM json_each(?) wanted JOIN person p ON p.id = wanted.value
    LEFT JOIN search_document s ON s.person_id = p.id LEFT JOIN household h ON h.id = p.household_id`
