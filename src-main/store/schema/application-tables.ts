import type { Generated } from 'kysely'

export interface ApplicationTable {
  id: string
  programmeCode: string
  year: number
  termsId: string
  villageCode: string
  groupName: string
  householdId: string | null
  beneficiaryId: string
  payeeId: string
  accountId: string
  areaCentiMu: number
  rateYuan: string | null
  amountFen: number
  previousAreaCentiMu: number | null
  previousPrintedFen: number | null
  previousAmountFen: number | null
  rosterLineId: string | null
  status: string
  version: Generated<number>
  enteredBy: string
  enteredAt: string
  /** How many of the programme's own unit, in hundredths; null where it is paid by land. */
  quantityCenti: Generated<number | null>
  /** The months of the year it pays; null where its quantity names none. */
  monthFrom: Generated<number | null>
  monthTo: Generated<number | null>
  /** 受理日 — of one opened by hand. */
  acceptedOn: Generated<string | null>
  /** JSON: the steps its amount is the sum of; empty by land and where each line has its own standard. */
  steps: Generated<string>
}

export interface ApplicationEditorTable {
  applicationId: string
  userId: string
  what: 'entry' | 'account'
}

export interface ApplicationFigureTable {
  applicationId: string
  stage: 'applied' | 'reviewed' | 'approved' | 'payable' | 'paid'
  quantityCenti: number
  amountFen: number
  reasonCode: Generated<string>
  basis: Generated<string>
  at: string
  byUser: string
}

export interface ApplicationStepTable {
  id: Generated<number>
  applicationId: string
  step: string
  fromStatus: string | null
  toStatus: string
  reason: string
  byUser: string
  at: string
}

export interface CheckRunTable {
  id: string
  programmeCode: string
  year: number
  asOf: string
  rows: number
  dataMark: number
  byUser: string
  at: string
  /** Of a check of some records only: the run over the whole period it goes on from. */
  baseRunId: Generated<string | null>
}

/** 比对键 — by what lines that look copied are found without reading them all; of the last whole run and what came after. */
export interface CheckKeyTable {
  runId: string
  key: string
  applicationId: string
}

export interface FindingTable {
  id: string
  runId: string
  applicationId: string
  checkCode: string
  severity: 'block' | 'explain' | 'hint'
  facts: string
  sources: string
  others: string
  asOf: string
  /** The run over the whole period in whose place or beside which it stands. */
  baseRunId: string | null
  /** The later check of some records that found something else in its place. */
  replacedBy: Generated<string | null>
}

export interface VerificationStatementTable {
  id: string
  programmeCode: string
  year: number
  villageCode: string
  statedOn: string
  statement: string
  fileSha256: string | null
  recordedBy: string
  recordedAt: string
}

export interface EligibilityDecisionTable {
  id: Generated<number>
  applicationId: string
  termsId: string
  runId: string
  outcome: 'met' | 'not-met' | 'undecided'
  facts: string
  missing: string
  at: string
}

export interface FindingRebuttalTable {
  id: string
  applicationId: string
  checkCode: string
  facts: string
  sources: string
  others: string
  statement: string
  fileSha256: string
  fileExtension: string
  proposedBy: string
  proposedAt: string
  state: 'proposed' | 'confirmed' | 'declined'
  decidedBy: string | null
  decidedAt: string | null
  decidedReason: Generated<string>
}

export interface RecheckDrawTable {
  id: string
  programmeCode: string
  year: number
  villageCode: string
  termsId: string
  /** The rule as the terms had it, JSON. */
  rule: string
  seed: string
  /** Ids of the applications drawn among, in order, JSON. */
  candidates: string
  candidatesDigest: string
  size: number
  drawnBy: string
  drawnAt: string
}

export interface RecheckDrawnTable {
  applicationId: string
  drawId: string
}

export interface RecheckResultTable {
  id: string
  applicationId: string
  version: number
  areaCentiMu: number
  quantityCenti: number | null
  outcome: 'confirmed' | 'contradicted'
  mode: 'on-site' | 'phone' | 'video'
  doneOn: string
  statement: string
  fileSha256: string
  fileExtension: string
  doneBy: string
  recordedAt: string
}

export interface HearingTable {
  id: string
  applicationId: string
  cut: 'stop' | 'reduce'
  way: 'visit' | 'office' | 'phone' | 'not-reached' | 'exempt'
  exemption: 'death' | 'waived' | 'general-adjustment' | null
  heardOn: string
  heardName: string
  relation: string
  said: string
  answer: string
  /** What it was about, as the record stood; null in what was kept before figures were. */
  areaCentiMu: number | null
  amountFen: number | null
  /** JSON: each attempt to find somebody, with its day. */
  attempts: string
  fileSha256: string | null
  fileExtension: string | null
  recordedBy: string
  recordedAt: string
}

export interface FindingExplanationTable {
  id: string
  /** The same for all findings one text was written for. */
  explanationId: string
  applicationId: string
  checkCode: string
  facts: string
  sources: string
  others: string
  statement: string
  byUser: string
  at: string
}
