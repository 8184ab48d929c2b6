import type { Generated } from 'kysely'

/** 一次导入 — one file taken in, with all of its sheets; undone as a whole. */
export interface ListImportTable {
  id: string
  kind: string
  fileName: string
  fileSha256: string
  year: number | null
  month: number | null
  programmeCode: string | null
  /** As of which day the list says so. */
  asOf: Generated<string | null>
  /** JSON: how its sheets and columns were understood. */
  mapping: Generated<string>
  added: Generated<number>
  changed: Generated<number>
  same: Generated<number>
  gone: Generated<number>
  goneChoice: Generated<'note' | 'end'>
  importedBy: string
  importedAt: string
  undoneBy: string | null
  undoneAt: string | null
  undoReason: string | null
}

/** One sheet of an import: what its lines name as their source. */
export interface ListBatchTable {
  id: string
  importId: string | null
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
  /** Of a list paid by the month. */
  month: number | null
  villageCode: string | null
  groupName: string
  personId: string
  name: string
  /** 0 where the programme is not paid by land. */
  areaCentiMu: number
  /** How many of the programme's own unit, in hundredths, where the list says so. */
  quantityCenti: number | null
  rateYuan: string
  amountFen: number
  printedAmountFen: number | null
  accountId: string | null
  phone: Generated<string>
  remark: Generated<string>
  /** JSON: what else the list says of the line, such as a certificate or who collects. */
  facts: Generated<string>
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

/** 外部名单的一行 — what a list outside the register says of somebody, until a newer list ends it. */
export interface ExternalEntryTable {
  batchId: string
  line: number
  kind: 'deceased' | 'payroll' | 'disability' | 'relief' | 'conviction'
  idNumber: string
  name: string
  onDay: string | null
  untilDay: string | null
  category: Generated<string>
  level: Generated<string>
  amountFen: number | null
  /** JSON */
  facts: string
  endedBy: string | null
}

/** Who stood on the list before and is missing from the new one, as the clerk was told. */
export interface ListGoneTable {
  importId: string
  position: number
  idNumber: string
  name: string
  villageCode: string | null
  /** JSON */
  facts: string
  ended: 0 | 1
}

/** 记住的对应关系 — how a clerk had files with these headers understood. */
export interface ImportMappingTable {
  kind: string
  shape: string
  headers: string
  mapping: string
  fileName: string
  savedBy: string
  savedAt: string
}
