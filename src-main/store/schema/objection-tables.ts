import type { ObjectionOutcome, ObjectionWay } from '../../domain/objection.ts'

export interface ObjectionTable {
  id: string
  publicityId: string
  lineNo: number
  applicationId: string
  way: ObjectionWay
  receivedOn: string
  objector: string
  phone: string
  isProtected: 0 | 1
  statement: string
  dueOn: string
  recordedBy: string
  recordedAt: string
  outcome: ObjectionOutcome | null
  answer: string
  closedBy: string | null
  closedAt: string | null
}

export interface ObjectionInquiryTable {
  id: string
  objectionId: string
  outcome: ObjectionOutcome
  /** Two names as a JSON array. */
  investigators: string
  doneOn: string
  finding: string
  fileSha256: string | null
  fileExtension: string | null
  byUser: string
  at: string
  state: 'proposed' | 'confirmed' | 'declined'
  decidedBy: string | null
  decidedAt: string | null
  decidedReason: string
}
