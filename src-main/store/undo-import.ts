import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

/** What an import makes, in the order in which it can be taken away again. */
const madeTables = [
  'roster_line',
  'land_right',
  'external_entry',
  'land_transfer',
  'parcel',
  'account',
  'person',
  'household',
] as const
type MadeTable = (typeof madeTables)[number]

/** Something that came later and stands on an import. */
export interface Dependent {
  /** A table, or `change` for values somebody changed later. */
  readonly what: string
  readonly rows: number
}

const tableOf: Readonly<Record<string, string>> = {
  person: 'person',
  household: 'household',
  landTransfer: 'land_transfer',
}

const columnsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  landTransfer: { status: 'status' },
  person: {
    name: 'name',
    relation: 'relation',
    ethnicity: 'ethnicity',
    hukouKind: 'hukou_kind',
    phone: 'phone',
    householdId: 'household_id',
    status: 'status',
  },
  household: { householderId: 'householder_id', villageCode: 'village_code', groupName: 'group_name' },
}

/** Batches as one JSON text, in every statement of this file. */
type Batches = string

export function batchesOf(ids: readonly string[]): Batches {
  return JSON.stringify(ids)
}

const inBatches = '(SELECT value FROM json_each(?))'

/** How many values an import changed that somebody has changed again since, there or on what it made. */
export function countLaterChanges(reader: Reader, batches: Batches): number {
  const made = ['person', 'household', 'account']
    .map((table) => `SELECT '${table}' AS entity, id FROM ${table} WHERE batch_id IN ${inBatches}`)
    .join(' UNION ALL ')
  const again = `SELECT n.id FROM value_change v JOIN value_change n
      ON n.entity = v.entity AND n.entity_id = v.entity_id AND n.field = v.field AND n.id > v.id
    WHERE v.batch_id IN ${inBatches} AND (n.batch_id IS NULL OR n.batch_id NOT IN ${inBatches})`
  const onMade = `SELECT c.id FROM (${made}) m JOIN value_change c ON c.entity = m.entity AND c.entity_id = m.id
    WHERE c.batch_id IS NULL OR c.batch_id NOT IN ${inBatches}`
  return rawOf(reader)
    .prepare(`SELECT count(*) FROM (${again} UNION ${onMade})`)
    .pluck()
    .get(batches, batches, batches, batches, batches, batches) as number
}

/** Puts back what stood before, the last change first, and keeps that this was done. */
export function restoreValues(
  writer: Writer,
  batches: Batches,
  { by, at, reason }: { by: string; at: string; reason: string },
): void {
  const raw = rawOf(writer)
  const changes = raw
    .prepare<
      [string],
      { entity: string; entity_id: string; field: string; old_value: string | null; new_value: string | null }
    >(
      `SELECT entity, entity_id, field, old_value, new_value FROM value_change WHERE batch_id IN ${inBatches} ORDER BY id DESC`,
    )
    .all(batches)
  const keep = raw.prepare(
    `INSERT INTO value_change (entity, entity_id, field, old_value, new_value, reason, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { entity, entity_id, field, old_value, new_value } of changes) {
    const column = columnsOf[entity]?.[field]
    const table = tableOf[entity]
    if (column === undefined || table === undefined)
      throw new Error(`an import never changes ${entity}.${field}`)
    raw
      .prepare(`UPDATE ${table} SET ${column} = ?, version = version + 1 WHERE id = ?`)
      .run(old_value, entity_id)
    if (column === 'householder_id')
      raw
        .prepare('UPDATE household SET householder_pending = (householder_id IS NULL) WHERE id = ?')
        .run(entity_id)
    keep.run(entity, entity_id, field, new_value, old_value, reason, by, at)
  }
}

/** Whatever still points to something the import made and is not itself of the import. */
export function listDependents(reader: Reader, batches: Batches): Dependent[] {
  const found = new Map<string, number>()
  for (const { table, column, target } of referencesToMade(reader)) {
    const ownBatch = hasBatch(reader, table)
      ? `AND (t.batch_id IS NULL OR t.batch_id NOT IN ${inBatches})`
      : ''
    const rows = rawOf(reader)
      .prepare(
        `SELECT count(*) FROM ${table} t JOIN ${target} m ON m.id = t.${column} WHERE m.batch_id IN ${inBatches} ${ownBatch}`,
      )
      .pluck()
      .get(...(ownBatch === '' ? [batches] : [batches, batches])) as number
    if (rows > 0) found.set(table, (found.get(table) ?? 0) + rows)
  }
  return [...found].map(([what, rows]) => ({ what, rows }))
}

interface Reference {
  readonly table: string
  readonly column: string
  readonly target: MadeTable
}

/** Asked of the schema itself, so that a table of tomorrow is not forgotten. */
function referencesToMade(reader: Reader): Reference[] {
  const rows = rawOf(reader)
    .prepare(
      `SELECT s.name AS "table", f."from" AS "column", f."table" AS target
      FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f WHERE s.type = 'table'`,
    )
    .all() as Reference[]
  return [...rows, { table: 'survey_edit', column: 'subject', target: 'person' as const }].filter(
    ({ target }) => (madeTables as readonly string[]).includes(target),
  )
}

function hasBatch(reader: Reader, table: string): boolean {
  return (
    rawOf(reader).prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'batch_id'`).get(table) !==
    undefined
  )
}

const atOnce = 500

/** Takes away what the import made, a few hundred rows at a time. */
export async function removeMade(
  writer: Writer,
  batches: Batches,
  between: () => Promise<void>,
): Promise<void> {
  const raw = rawOf(writer)
  raw
    .prepare(
      `UPDATE household SET householder_id = NULL, householder_pending = 1 WHERE batch_id IN ${inBatches}`,
    )
    .run(batches)
  for (const table of madeTables) {
    const key = keyOf(table)
    const keys = raw
      .prepare(`SELECT ${key} FROM ${table} WHERE batch_id IN ${inBatches}`)
      .raw()
      .all(batches) as unknown[][]
    const remove = raw.prepare(`DELETE FROM ${table} WHERE (${key}) = (${key.replace(/\w+/g, '?')})`)
    for (const [at, values] of keys.entries()) {
      remove.run(...values)
      if (at % atOnce === atOnce - 1) await between()
    }
  }
}

function keyOf(table: MadeTable): string {
  return table === 'land_right' || table === 'external_entry' ? 'batch_id, line' : 'id'
}
