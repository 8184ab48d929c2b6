import { z } from 'zod'
import { assignmentStates } from '../domain/assignment-state.ts'
import { isMachineName, machineKinds } from '../domain/machine.ts'
import { command, exchange, query } from './kinds.ts'
import { editHistory, side } from './edit-history.ts'
import { foundContract } from './found-household.ts'
import { done, fileRef, id, instant, pageOf, paged, reason, villageCode } from './values.ts'

const machineName = z.string().trim().refine(isMachineName)

/** 选户 — which tasks of a round are meant. */
export const choiceOfTasks = {
  roundId: id,
  villageCodes: z.array(villageCode).nullable().default(null),
  groupNames: z.array(z.string()).nullable().default(null),
  onlyMustVisit: z.boolean().default(false),
  onlyUnvisited: z.boolean().default(true),
}

/** To whom they are given. */
export const given = {
  machineId: id,
  visitors: z.array(z.string().trim().min(2).max(20)).min(1).max(6),
  note: z.string().trim().max(500).default(''),
}

/** What a package brought. */
export const merged = z.object({
  households: z.int(),
  edits: z.int(),
  newEdits: z.int(),
  evidence: z.int(),
  found: z.int(),
  newConflicts: z.int(),
})

const problem = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })

/** What became of one file; a refused one is set aside and the others go on. */
export const fileOutcome = merged.extend({
  fileName: z.string(),
  outcome: z.enum(['applied', 'known', 'held', 'own', 'for-another', 'quarantined']),
  kind: z.enum(['survey-assignment', 'survey-results']).nullable(),
  machineName: z.string(),
  sequence: z.int().nullable(),
  problem: problem.nullable(),
})

const conflict = z.object({
  taskId: id,
  householdId: id,
  subject: z.string(),
  field: z.string(),
  subjectLabel: z.string(),
  fieldLabel: z.string(),
  heads: z.array(id),
  sides: z.array(side),
  /** What the register says now; null where it keeps no such thing. */
  register: z.string().nullable(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
})

const assignment = z.object({
  assignmentId: id,
  roundId: id,
  roundName: z.string(),
  machineId: id,
  machineName: z.string(),
  machineRevoked: z.boolean(),
  visitors: z.array(z.string()),
  note: z.string(),
  villages: z.int(),
  tasks: z.int(),
  returned: z.int(),
  state: z.enum(assignmentStates),
  lastReturnedAt: instant.nullable(),
  assignedBy: z.string(),
  assignedAt: instant,
  takenAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  endedReason: z.string().nullable(),
  packageId: id.nullable(),
  sequence: z.int().nullable(),
  fileName: z.string(),
})

const receivedPackage = merged.extend({
  packageId: id,
  machineName: z.string(),
  sequence: z.int(),
  fileName: z.string(),
  createdAt: instant,
  status: z.enum(['applied', 'held', 'declined']),
  receivedBy: z.string(),
  receivedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedReason: z.string().nullable(),
})
/** 核对码 — two people read it to each other. */
const code = z.string()

/** 外业笔记本 — machines of the township that go from door to door, and what they bring back. */
export const fieldworkContract = {
  /** What this machine is, and on a laptop to whom it belongs. */
  here: query.output(
    z.object({
      kind: z.enum(machineKinds),
      name: z.string(),
      code,
      office: z.object({ name: z.string(), code, since: instant }).nullable(),
    }),
  ),
  machines: query.output(
    z.array(
      z.object({
        machineId: id,
        name: z.string(),
        code,
        enrolledBy: z.string(),
        enrolledAt: instant,
        revokedBy: z.string().nullable(),
        revokedAt: instant.nullable(),
        revokedReason: z.string().nullable(),
      }),
    ),
  ),
  /** On the laptop: what the office must read. */
  requestFile: exchange.output(fileRef),
  /** At the office: what a laptop says of itself; `enrolledAs` where it is known already. */
  readRequest: exchange.input(z.object({ fileToken: z.string() })).output(
    z.object({
      stageId: id,
      name: z.string(),
      code,
      createdAt: instant,
      enrolledAs: z.object({ machineId: id, name: z.string() }).nullable(),
    }),
  ),
  acceptRequest: exchange
    .input(z.object({ stageId: id, name: machineName }))
    .output(z.object({ machineId: id, file: fileRef })),
  answerFile: query.input(z.object({ machineId: id })).output(fileRef),
  /** On the laptop: who answered, under which name it was enrolled. */
  readAnswer: exchange
    .input(z.object({ fileToken: z.string() }))
    .output(z.object({ stageId: id, officeName: z.string(), name: z.string(), code })),
  pinOffice: exchange.input(z.object({ stageId: id })).output(done),
  revoke: command.input(z.object({ machineId: id, reason })).output(done),

  /** 交换文件夹 — where packages go and come from; its path is shown, never sent. */
  folder: query.output(z.object({ folder: z.string().nullable(), isThere: z.boolean(), packages: z.int() })),
  chooseFolder: exchange
    .input(z.object({ folderToken: z.string() }))
    .output(z.object({ folder: z.string() })),

  /** How many households a choice would give out; those out on another laptop are named. */
  choice: query.input(z.object(choiceOfTasks)).output(
    z.object({
      tasks: z.int(),
      mustVisit: z.int(),
      out: z.array(z.object({ machineName: z.string(), tasks: z.int() })),
      groups: z.array(z.string()),
    }),
  ),
  assignments: query.output(z.array(assignment)),
  takeBack: command.input(z.object({ assignmentId: id, reason })).output(done),
  /** Which laptops a household is out on now. */
  outNow: query
    .input(z.object({ taskId: id }))
    .output(z.array(z.object({ machineName: z.string(), since: instant, visitors: z.array(z.string()) }))),
  /** A package as it was made, to be saved once more. */
  sentFile: query.input(z.object({ packageId: id })).output(fileRef),

  /** On the laptop: its rounds and what would go back now. */
  toReturn: query.output(
    z.array(
      z.object({
        roundId: id,
        roundName: z.string(),
        tasks: z.int(),
        visited: z.int(),
        drafts: z.int(),
        edits: z.int(),
        assignments: z.array(
          z.object({
            assignmentId: id,
            visitors: z.array(z.string()),
            note: z.string(),
            tasks: z.int(),
            assignedAt: instant,
            ended: z.boolean(),
          }),
        ),
        last: z.object({ packageId: id, sequence: z.int(), at: instant }).nullable(),
      }),
    ),
  ),

  incoming: query.output(
    z.object({
      received: z.array(receivedPackage),
      gaps: z.array(
        z.object({ machineName: z.string(), missing: z.array(z.int()), twice: z.array(z.int()) }),
      ),
      quarantined: z.array(
        z.object({
          sha256: z.string(),
          fileName: z.string(),
          size: z.int(),
          foundBy: z.string(),
          foundAt: instant,
          triedAt: instant,
          problem,
        }),
      ),
    }),
  ),
  putAway: command.input(z.object({ sha256: z.string() })).output(done),

  conflicts: query.input(z.object({ roundId: id, villageCode: villageCode.optional(), ...pageOf })).output(
    paged(
      conflict.extend({
        householdNo: z.string(),
        villageName: z.string(),
        groupName: z.string(),
        householderName: z.string().nullable(),
      }),
    ),
  ),
  /** With whole numbers, to be decided; leaves a trace. */
  openConflict: command
    .input(z.object({ taskId: id, subject: z.string(), field: z.string() }))
    .output(conflict.nullable()),
  resolve: command
    .input(
      z.object({
        taskId: id,
        subject: z.string(),
        field: z.string(),
        /** The edits the person had before their eyes. */
        heads: z.array(id),
        choice: z.union([z.object({ editId: id }), z.object({ typed: z.string().max(600) })]),
      }),
    )
    .output(z.object({ conflicts: z.int() })),
  /** Every value anybody gave of a household in the round, also those that lost. */
  history: query.input(z.object({ taskId: id })).output(editHistory),
  ...foundContract,
}
