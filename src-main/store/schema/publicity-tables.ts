import type { Generated } from 'kysely'
import type { TimeSource } from '../../domain/paper-kind.ts'

export interface PublicityTable {
  id: string
  serial: string
  edition: number
  programmeCode: string
  year: number
  villageCode: string
  termsId: string
  status: 'frozen' | 'posted' | 'concluded' | 'withdrawn'
  version: Generated<number>
  document: string
  frozenHash: string
  lines: number
  areaCentiMu: number
  amountFen: number
  frozenBy: string
  frozenAt: string
  postedOn: string | null
  postedPlace: string | null
  postedBy: string | null
  lastDay: string | null
  printedSha256: string | null
  concludedBy: string | null
  concludedAt: string | null
  withdrawnReason: string | null
}

export interface PublicityLineTable {
  publicityId: string
  lineNo: number
  applicationId: string
  groupName: string
  printedName: string
  printedIdTail: string | null
  areaCentiMu: number | null
  rateText: string
  amountFen: number | null
  note: string
}

export interface PublicityEvidenceTable {
  id: string
  publicityId: string
  kind: 'photo' | 'signed-posting' | 'screenshot'
  phase: 'start' | 'end'
  takenOn: string
  place: string
  postedBy: string
  fileSha256: string
  late: 0 | 1
  timeSource: Generated<TimeSource>
  addedBy: string
  addedAt: string
}
