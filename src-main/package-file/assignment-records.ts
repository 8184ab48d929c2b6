import { type EditInPackage, editShape } from './edit-record.ts'
import { type HouseholdInPackage, householdShape } from './household-record.ts'
import {
  byType,
  count,
  divisionCode,
  fields,
  instant,
  listOf,
  matching,
  nullable,
  oneOf,
  text,
  textUpTo,
  uuid,
  year,
} from './shape.ts'

/** 任务单 — what one assignment asks of one laptop; the first thing its receiver looks at. */
export interface AssignmentOrder {
  readonly type: 'assignment'
  readonly id: string
  readonly roundId: string
  /** The workstation id of the laptop it is for. */
  readonly machineId: string
  readonly machineName: string
  readonly visitors: readonly string[]
  readonly note: string
  /** When the office gave it out; a later order about the same household is the newer one. */
  readonly assignedAt: string
  /** 已收回、已转派 — assignments of this laptop the office no longer counts on; their households stay open to it. */
  readonly ended: readonly string[]
}

export interface RoundInPackage {
  readonly type: 'round'
  readonly id: string
  readonly programme: {
    readonly code: string
    readonly name: string
    readonly department: string
    readonly unit: string
    readonly cycle: string
    readonly confidence: string
  }
  readonly year: number
  readonly name: string
  readonly fromYear: number | null
  readonly questionSet: {
    readonly id: string
    readonly version: number
    readonly title: string
    /** JSON text, exactly as the office keeps it. */
    readonly questions: string
    readonly source: string
  }
}

/** 走访任务 — one household of a round; what was said of it are edits, not fields of this. */
export interface TaskInPackage {
  readonly type: 'task'
  readonly id: string
  readonly roundId: string
  readonly householdId: string
  readonly villageCode: string
  readonly group: string
  /** JSON texts as the office keeps them. */
  readonly mustVisit: string
  readonly previous: string
  readonly origin: string
  /** The household's version the visit starts from. */
  readonly householdVersion: number
}

export type AssignmentRecord =
  AssignmentOrder | RoundInPackage | HouseholdInPackage | TaskInPackage | EditInPackage

const short = textUpTo(500)
const remark = textUpTo(10_000)
const json = textUpTo(500_000)

const order = fields<AssignmentOrder>({
  type: oneOf('assignment'),
  id: uuid,
  roundId: uuid,
  machineId: uuid,
  machineName: text,
  visitors: listOf(text),
  note: remark,
  assignedAt: instant,
  ended: listOf(uuid),
})

const round = fields<RoundInPackage>({
  type: oneOf('round'),
  id: uuid,
  programme: fields<RoundInPackage['programme']>({
    code: matching(/^[A-Z]{2}\d{2}$/),
    name: text,
    department: short,
    unit: short,
    cycle: short,
    confidence: short,
  }),
  year,
  name: text,
  fromYear: nullable(year),
  questionSet: fields<RoundInPackage['questionSet']>({
    id: uuid,
    version: count,
    title: short,
    questions: json,
    source: short,
  }),
})

const task = fields<TaskInPackage>({
  type: oneOf('task'),
  id: uuid,
  roundId: uuid,
  householdId: uuid,
  villageCode: divisionCode,
  group: short,
  mustVisit: json,
  previous: json,
  origin: text,
  householdVersion: count,
})

const shape = byType({ assignment: order, round, household: householdShape, task, edit: editShape })

export function brokenInAssignment(value: unknown): readonly string[] {
  return shape.fits(value) ? [] : shape.broken(value, '')
}
