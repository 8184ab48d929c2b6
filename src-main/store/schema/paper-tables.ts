import type { Generated } from 'kysely'
import type { PaperKind, TimeSource } from '../../domain/paper-kind.ts'

export interface PaperDocumentTable {
  id: string
  serial: string
  kind: PaperKind
  roundId: string
  villageCode: string
  blank: Generated<0 | 1>
  pages: number
  lines: number
  contentSha256: string
  printedSha256: string
  extension: string
  status: Generated<'current' | 'void'>
  version: Generated<number>
  printedBy: string
  printedAt: string
  voidedBy: string | null
  voidedAt: string | null
  voidReason: string | null
}

export interface PaperPageTable {
  documentId: string
  pageNo: number
  checkCode: string
}

/** One household on a paper: a form of its own, or a line of a register; none on a blank form. */
export interface PaperLineTable {
  documentId: string
  lineNo: number
  taskId: string | null
  householdId: string | null
  firstPage: number
  lastPage: number
}

export interface PaperIntakeTable {
  id: string
  files: Generated<number>
  pages: Generated<number>
  keepPlace: 0 | 1
  keepPlaceReason: Generated<string>
  startedBy: string
  startedAt: string
}

export interface PaperScanTable {
  id: string
  intakeId: string
  fileName: string
  /** Digest of the file as it came; the same file twice is noticed by it. */
  fileSha256: string
  filePage: number
  filePages: number
  pictureSha256: string
  width: number
  height: number
  turned: Generated<0 | 90 | 180 | 270>
  onDay: string | null
  timeSource: TimeSource
  codeText: Generated<string>
  state: 'attached' | 'tray' | 'set-aside'
  why: Generated<string>
  setAsideReason: Generated<string>
  version: Generated<number>
  byHand: Generated<0 | 1>
  /** A photo of a posted notice became this evidence. */
  publicityEvidenceId: string | null
  addedBy: string
  addedAt: string
  decidedBy: string | null
  decidedAt: string | null
}

/** Where a picture belongs; a photo of two sheets belongs to both. */
export interface PaperScanPlaceTable {
  scanId: string
  documentId: string
  pageNo: number
}

export interface PaperMissingReasonTable {
  id: string
  documentId: string
  lineNo: number
  reason: string
  statedBy: string
  statedAt: string
}
