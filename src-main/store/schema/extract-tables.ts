import type { Generated } from 'kysely'

export interface ExtractDefinitionTable {
  id: string
  name: string
  /** JSON, see domain/extract-definition.ts. */
  definition: string
  version: Generated<number>
  savedBy: string
  savedAt: string
}

export interface FullExportRequestTable {
  id: string
  kind: 'extract' | 'form'
  title: string
  /** JSON: everything needed to make the file once it is approved. */
  work: string
  /** JSON: the scope of who asked; the second person's must cover it. */
  scope: string
  rows: number
  people: number
  columns: string
  contentSha256: string
  reason: string
  recipient: string
  status: 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'made'
  askedBy: string
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  decidedReason: string | null
}

export interface ExportLedgerTable {
  id: string
  serial: string
  kind: 'extract' | 'form' | 'village-book' | 'sent-back' | 'visitor' | 'notice'
  title: string
  columns: string
  conditions: string
  fullNumbers: 0 | 1
  rows: number
  people: number
  villages: string
  programmes: string
  fileName: string
  fileSha256: string
  size: number
  reason: string
  recipient: string
  requestId: string | null
  madeBy: string
  secondBy: string | null
  madeAt: string
  keptUntil: string
}

export interface FormMappingTable {
  shape: string
  mapping: string
  savedBy: string
  savedAt: string
}

export interface BulkEditTable {
  id: string
  reason: string
  rows: number
  fields: string
  madeBy: string
  madeAt: string
  undoneBy: string | null
  undoneAt: string | null
  undoneReason: string | null
}

export interface BulkEditValueTable {
  bulkEditId: string
  seq: number
  entity: string
  entityId: string
  field: string
  oldValue: string
  newValue: string
  undone: 'done' | 'changed-since' | null
}
