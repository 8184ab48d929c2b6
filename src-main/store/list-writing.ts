import type { Insertable } from 'kysely'
import { insertRows } from './insert-rows.ts'
import type { ExternalEntryTable, LandRightTable, RosterLineTable } from './schema/lists-tables.ts'
import type { Writer } from './reader.ts'

export type NewRosterLine = Required<Insertable<RosterLineTable>>
export type NewLandRight = Insertable<LandRightTable>
export type NewExternalEntry = Insertable<ExternalEntryTable>

export function insertRosterLines(writer: Writer, rows: readonly NewRosterLine[]): void {
  insertRows(writer, 'roster_line', rows)
}

export function insertLandRights(writer: Writer, rows: readonly NewLandRight[]): void {
  insertRows(writer, 'land_right', rows)
}

export function insertExternalEntries(writer: Writer, rows: readonly NewExternalEntry[]): void {
  insertRows(writer, 'external_entry', rows)
}
