import type { Insertable } from 'kysely'
import { insertRows } from './insert-rows.ts'
import type { LandTransferTable } from './schema/land-tables.ts'
import type { LandRightTable, RosterLineTable } from './schema/lists-tables.ts'
import type { Writer } from './reader.ts'

export type NewRosterLine = Required<Insertable<RosterLineTable>>
export type NewLandRight = Insertable<LandRightTable>
export type NewLandTransfer = Insertable<LandTransferTable>

export function insertRosterLines(writer: Writer, rows: readonly NewRosterLine[]): void {
  insertRows(writer, 'roster_line', rows)
}

export function insertLandRights(writer: Writer, rows: readonly NewLandRight[]): void {
  insertRows(writer, 'land_right', rows)
}

export function insertLandTransfers(writer: Writer, rows: readonly NewLandTransfer[]): void {
  insertRows(writer, 'land_transfer', rows)
}
