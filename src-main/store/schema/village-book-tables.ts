import type { Generated } from 'kysely'

export interface VillageBookTable {
  id: string
  code: string
  edition: number
  roundId: string | null
  villageCode: string
  /** JSON list of columns as they were printed. */
  columns: string
  rows: number
  people: number
  households: number
  fileSha256: string
  fileName: string
  issuedBy: string
  issuedAt: string
}

export interface VillageBookRowTable {
  bookId: string
  rowNo: number
  householdId: string | null
  personId: string | null
  taskId: string | null
  /** JSON: what stood in each cell, by column, and the value behind it. */
  printed: string
}

export interface VillageBookReturnTable {
  id: string
  bookId: string
  fileSha256: string
  fileName: string
  filledBy: string
  notes: string
  counts: string
  readBy: string
  readAt: string
}

export interface VillageBookLineTable {
  id: string
  returnId: string
  rowNo: number | null
  line: number | null
  householdId: string | null
  kind: 'added' | 'changed' | 'removed'
  cells: string
  doubts: string
  status: Generated<'open' | 'accepted' | 'refused'>
  reason: string | null
  decidedBy: string | null
  decidedAt: string | null
  version: Generated<number>
}
