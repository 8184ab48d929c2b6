import type { EvidenceKind } from '../../domain/evidence.ts'

export interface VaultFileTable {
  sha256: string
  size: number
  extension: string
  kind: string
  addedBy: string
  addedAt: string
}

export interface EvidenceTable {
  id: string
  subjectKind: 'household' | 'person' | 'account'
  subjectId: string
  kind: EvidenceKind
  title: string
  programmeCode: string | null
  fileSha256: string
  onDay: string | null
  daySource: 'taken' | 'imported' | 'stated'
  origin: string
  originId: string | null
  addedBy: string
  addedAt: string
  removedBy: string | null
  removedAt: string | null
  removedReason: string | null
}

export interface DataMarkTable {
  id: number
  value: number
}

export interface AuditEntryTable {
  seq: number
  at: string
  actor: string
  action: string
  subject: string
  details: string
  previousHash: string
  hash: string
}

export interface AuditCheckpointTable {
  seq: number
  hash: string
  verifiedAt: string
}
