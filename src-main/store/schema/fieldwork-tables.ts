import type { Generated } from 'kysely'
import type { FoundStatus } from '../../domain/found-household.ts'
import type { MachineKind } from '../../domain/machine.ts'
import type { SurveyEditTable } from './survey-tables.ts'

export interface MachineTable {
  id: string
  kind: MachineKind
  name: string
  fingerprint: string
  publicKeyPem: string
  ageRecipient: string
  enrolledBy: string
  enrolledAt: string
  /** The signed answer as it was given out or taken in, so that it can be handed out again. */
  answer: string
  revokedBy: string | null
  revokedAt: string | null
  revokedReason: string | null
}

export interface FieldAssignmentTable {
  id: string
  roundId: string
  machineId: string
  /** JSON list of names. */
  visitors: string
  note: string
  assignedBy: string
  assignedAt: string
  takenAt: string | null
  takenBy: string | null
  ended: 'taken-back' | 'reissued' | null
  endedBy: string | null
  endedAt: string | null
  endedReason: string | null
  reissueOf: string | null
}

export interface FieldAssignmentTaskTable {
  assignmentId: string
  taskId: string
  householdVersion: number
  returnedAt: string | null
}

export type FieldworkKind = 'survey-assignment' | 'survey-results'

export interface FieldworkSentTable {
  id: string
  kind: FieldworkKind
  machineId: string
  roundId: string
  assignmentId: string | null
  sequence: number
  previous: string | null
  tagmanifestSha256: string
  fileName: string
  fileSha256: string
  size: number
  /** JSON, as the header has them. */
  counts: string
  sentBy: string
  sentAt: string
}

export interface FieldworkSentEvidenceTable {
  packageId: string
  evidenceId: string
}

export interface FieldworkReceivedTable {
  id: string
  kind: FieldworkKind
  machineId: string
  sequence: number
  tagmanifestSha256: string
  header: string
  fileName: string
  fileSha256: string
  size: number
  status: 'applied' | 'held' | 'declined'
  /** JSON: what it brought; empty while it is held. */
  outcome: string
  receivedBy: string
  receivedAt: string
  decidedBy: string | null
  decidedAt: string | null
  decidedReason: string | null
}

export interface FieldworkQuarantineTable {
  sha256: string
  fileName: string
  size: number
  problem: string
  facts: string
  foundBy: string
  foundAt: string
  triedAt: string
  settled: 'applied' | 'put-away' | null
  settledBy: string | null
  settledAt: string | null
}

export interface FieldworkFolderTable {
  id: Generated<number>
  path: string
  chosenBy: string
  chosenAt: string
}

/** 外业新遇到的户 — at the office what laptops tell of; on a laptop what it found itself. */
export interface FoundHouseholdTable {
  taskId: string
  householdId: string
  roundId: string
  machineId: string
  householdNo: string
  villageCode: string
  groupName: string
  address: string
  foundBy: string
  foundAt: string
  status: Generated<FoundStatus>
  /** The task it turned out to be of; its own where it was new. */
  became: string | null
  decidedBy: string | null
  decidedAt: string | null
  decidedReason: Generated<string>
}

/** Edits of a found household as they came, under the task their laptop gave them. */
export type FoundEditTable = SurveyEditTable
