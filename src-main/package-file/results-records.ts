import {
  type EvidenceDay,
  type EvidenceKind,
  evidenceKinds,
  type EvidenceSubjectKind,
} from '../domain/evidence.ts'
import { visitStates, type VisitState } from '../domain/visit-state.ts'
import type { TaskInPackage } from './assignment-records.ts'
import { type EditInPackage, editShape } from './edit-record.ts'
import { type HouseholdInPackage, householdShape } from './household-record.ts'
import {
  byType,
  count,
  day,
  divisionCode,
  fields,
  instant,
  matching,
  nullable,
  oneOf,
  sha256,
  text,
  textUpTo,
  uuid,
} from './shape.ts'

/** 领取 — the laptop has this assignment; it needs no paper of its own. */
export interface AssignmentTaken {
  readonly type: 'taken'
  /** The assignment's id. */
  readonly id: string
  readonly takenAt: string
  readonly takenBy: string
}

/** 走访标记 — how far one household is, for who counts before reading the edits. */
export interface VisitInPackage {
  readonly type: 'visit'
  /** The task's id. */
  readonly id: string
  readonly householdId: string
  readonly villageCode: string
  /** The household's version the visit started from. */
  readonly householdVersion: number
  readonly state: VisitState
  readonly visitedOn: string | null
  /** 外业新增户 — what else the office needs where it did not give out this task; null where it did. */
  readonly found: FoundTask | null
}

export type FoundTask = Pick<TaskInPackage, 'roundId' | 'group' | 'mustVisit' | 'previous'>

/** 证据 — a photo or signed scan that lies in the package under its digest. */
export interface EvidenceInPackage {
  readonly type: 'evidence'
  readonly id: string
  readonly subjectKind: EvidenceSubjectKind
  readonly subjectId: string
  readonly kind: EvidenceKind
  readonly title: string
  readonly programmeCode: string | null
  readonly sha256: string
  readonly extension: string
  readonly onDay: string | null
  readonly daySource: EvidenceDay['source']
  readonly origin: string
  readonly originId: string | null
  readonly addedBy: string
  readonly addedAt: string
}

export type ResultsRecord =
  AssignmentTaken | VisitInPackage | HouseholdInPackage | EditInPackage | EvidenceInPackage

const short = textUpTo(500)
const json = textUpTo(500_000)

const taken = fields<AssignmentTaken>({ type: oneOf('taken'), id: uuid, takenAt: instant, takenBy: short })

const visit = fields<VisitInPackage>({
  type: oneOf('visit'),
  id: uuid,
  householdId: uuid,
  villageCode: divisionCode,
  householdVersion: count,
  state: oneOf(...visitStates),
  visitedOn: nullable(day),
  found: nullable(fields<FoundTask>({ roundId: uuid, group: short, mustVisit: json, previous: json })),
})

const evidence = fields<EvidenceInPackage>({
  type: oneOf('evidence'),
  id: uuid,
  subjectKind: oneOf('household', 'person', 'account'),
  subjectId: text,
  kind: oneOf(...evidenceKinds),
  title: short,
  programmeCode: nullable(matching(/^[A-Z]{2}\d{2}$/)),
  sha256,
  extension: matching(/^[a-z0-9]{1,8}$/),
  onDay: nullable(day),
  daySource: oneOf('taken', 'imported', 'stated'),
  origin: text,
  originId: nullable(short),
  addedBy: short,
  addedAt: instant,
})

const shape = byType({ taken, visit, household: householdShape, edit: editShape, evidence })

export function brokenInResults(value: unknown): readonly string[] {
  return shape.fits(value) ? [] : shape.broken(value, '')
}
