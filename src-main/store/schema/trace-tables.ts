export interface VaultFileTable {
  sha256: string
  size: number
  extension: string
  kind: string
  addedBy: string
  addedAt: string
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
