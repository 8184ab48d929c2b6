import type { Generated } from 'kysely'

export interface ListBatchTable {
  id: string
  kind: string
  fileName: string
  fileSha256: string
  sheet: string
  year: number | null
  lines: number
  accepted: number
  rejected: number
  warned: number
  skipped: number
  areaCentiMu: number | null
  amountFen: number | null
  headers: string
  importedBy: string
  importedAt: string
  undoneAt: string | null
}

export interface ListRejectTable {
  batchId: string
  line: number
  raw: string
  reasons: string
}

export interface RosterLineTable {
  id: string
  batchId: string
  line: number
  programmeCode: string
  year: number
  villageCode: string
  groupName: string
  personId: string
  name: string
  areaCentiMu: number
  rateYuan: string
  amountFen: number
  printedAmountFen: number | null
  accountId: string
  phone: Generated<string>
  remark: Generated<string>
}

export interface LandRightTable {
  batchId: string
  line: number
  villageCode: string
  groupName: string
  holderName: string
  idNumber: string
  confirmedCentiMu: number
  nonEligibleCentiMu: number
  transferredOutCentiMu: number
  farmedForOthersCentiMu: number
}

export interface ExternalEntryTable {
  batchId: string
  line: number
  kind: 'deceased' | 'payroll'
  idNumber: string
  name: string
  onDay: string | null
  facts: string
}
