import type { Generated } from 'kysely'
import type { StopKind, StopReason } from '../../domain/stop.ts'

export interface StopRecordTable {
  id: string
  applicationId: string
  kind: StopKind
  reasonCode: StopReason
  statement: string
  dueMonth: number
  stoppedMonth: number
  months: number | null
  recoverFen: number | null
  /** JSON: what is missing where the amount cannot be told. */
  missing: string
  byHand: 0 | 1
  basis: string
  fileSha256: string | null
  fileExtension: string | null
  state: 'proposed' | 'confirmed' | 'declined'
  proposedBy: string
  proposedAt: string
  decidedBy: string | null
  decidedAt: string | null
  decidedReason: Generated<string>
}

export interface RecoveryEntryTable {
  id: string
  stopId: string
  amountFen: number
  onDay: string
  voucher: string
  recordedBy: string
  recordedAt: string
}

export interface DroppedNoteTable {
  id: string
  programmeCode: string
  year: number
  personId: string
  reasonCode: StopReason
  statement: string
  byUser: string
  at: string
}
