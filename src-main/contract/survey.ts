import { z } from 'zod'
import { mustVisitCodes } from '../domain/must-visit.ts'
import { visitStates } from '../domain/visit-state.ts'
import { command, exchange, query } from './kinds.ts'
import { questionSet, questionSetView } from './survey-question.ts'
import {
  centiMu,
  day,
  done,
  fen,
  id,
  instant,
  pageOf,
  paged,
  programmeCode,
  villageCode,
  year,
} from './values.ts'

const visitState = z.enum(visitStates)
/** 必访原因 */
const mustVisitReason = z.object({ code: z.enum(mustVisitCodes), name: z.string(), note: z.string() })

/** 进度 — states add up to the tasks; the others say what still needs a hand. */
const progress = z.object({
  tasks: z.int(),
  unvisited: z.int(),
  visited: z.int(),
  away: z.int(),
  refused: z.int(),
  notFound: z.int(),
  mustVisit: z.int(),
  mustVisitOpen: z.int(),
  conflicts: z.int(),
  drafts: z.int(),
  due: z.int(),
})

const roundView = z.object({
  roundId: id,
  programmeCode,
  programmeName: z.string(),
  year,
  name: z.string(),
  fromYear: year.nullable(),
  status: z.enum(['open', 'closed']),
  version: z.int(),
  openedBy: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  closedReason: z.string(),
  villages: z.int(),
  progress,
})

export const taskFilter = {
  roundId: id,
  villageCode: villageCode.optional(),
  groupName: z.string().max(60).optional(),
  state: visitState.optional(),
  only: z.enum(['must-visit', 'conflict', 'draft', 'due']).optional(),
}

const taskRow = z.object({
  taskId: id,
  householdId: id,
  householdNo: z.string(),
  villageCode,
  villageName: z.string(),
  groupName: z.string(),
  householderName: z.string(),
  previousAreaCentiMu: centiMu,
  previousNames: z.array(z.string()),
  state: visitState,
  mode: z.string(),
  visitedOn: day.nullable(),
  visitor: z.string(),
  nextOn: day.nullable(),
  conflicts: z.int(),
  mustVisit: z.array(mustVisitReason),
  draftOf: z.string(),
})

const previousLine = z.object({
  lineId: id,
  personId: id,
  name: z.string(),
  areaCentiMu: centiMu,
  amountFen: fen,
  accountId: id.nullable(),
  remark: z.string(),
})

/** One value as the edits say it; with more than one head of different values a person has to decide. */
const entryValue = z.object({
  subject: z.string(),
  field: z.string(),
  value: z.string().nullable(),
  heads: z.array(id),
  conflict: z.boolean(),
  rivals: z.array(z.object({ value: z.string().nullable(), by: z.string(), at: instant })),
  former: z.int(),
  /** 登记簿 — does not keep it, says the same, or says something else and a person decides. */
  register: z.enum(['none', 'taken', 'differs']),
})

const entryPerson = z.object({
  personId: id,
  name: z.string(),
  idNumber: z.string(),
  relation: z.string(),
  phone: z.string(),
  birthDate: day,
  sex: z.enum(['male', 'female']),
  isHouseholder: z.boolean(),
  deathDay: z.string().nullable(),
  onPayroll: z.boolean(),
})

const entryAccount = z.object({
  accountId: id,
  personId: id,
  holderName: z.string(),
  accountNo: z.string(),
  kind: z.enum(['card', 'passbook']),
  bankName: z.string(),
  custody: z.string(),
})

const land = z.object({
  confirmedCentiMu: centiMu,
  nonEligibleCentiMu: centiMu,
  transferredOutCentiMu: centiMu,
  farmedForOthersCentiMu: centiMu,
})

const draft = z.object({ typed: z.string(), startedAt: instant, savedAt: instant })

/** 一户 — everything of one household for its visit; numbers in full only from `survey.enter`. */
export const surveyTask = z.object({
  taskId: id,
  roundId: id,
  roundName: z.string(),
  roundStatus: z.enum(['open', 'closed']),
  programmeCode,
  year,
  householdId: id,
  householdNo: z.string(),
  householdVersion: z.int(),
  villageCode,
  villageName: z.string(),
  groupName: z.string(),
  address: z.string(),
  householderId: id.nullable(),
  state: visitState,
  version: z.int(),
  mustVisit: z.array(mustVisitReason),
  previous: z.array(previousLine),
  people: z.array(entryPerson),
  accounts: z.array(entryAccount),
  land: land.nullable(),
  values: z.array(entryValue),
  otherDrafts: z.array(z.object({ by: z.string(), savedAt: instant })),
  discarded: z.int(),
  attachments: z.int(),
})

const place = z.object({
  index: z.int(),
  total: z.int(),
  previousTaskId: id.nullable(),
  nextTaskId: id.nullable(),
})

const edit = z.object({
  subject: z.union([z.literal('visit'), z.literal('household'), id]),
  field: z.string().max(60),
  value: z.string().max(600).nullable(),
  baseValue: z.string().max(600).nullable(),
  /** Heads of the field the clerk had before their eyes. */
  supersedes: z.array(id).max(50),
})

const about = { subject: id, field: z.string() }
const whose = { name: z.string(), where: z.string() }
const warning = z.discriminatedUnion('code', [
  z.object({ ...about, code: z.literal('id-elsewhere'), ...whose }),
  z.object({ ...about, code: z.literal('account-shared'), ...whose }),
  z.object({ ...about, code: z.literal('deceased'), name: z.string(), day: z.string() }),
  z.object({ ...about, code: z.literal('payroll'), employer: z.string() }),
  z.object({ ...about, code: z.literal('convicted'), what: z.string() }),
  z.object({ ...about, code: z.literal('disability'), what: z.string() }),
  z.object({ ...about, code: z.literal('relief'), what: z.string() }),
  z.object({ ...about, code: z.literal('received'), programme: z.string(), year, amountFen: fen }),
])

export const surveyContract = {
  rounds: query.output(z.array(roundView)),
  round: query.input(z.object({ roundId: id })).output(
    roundView.extend({
      questionSet: questionSetView,
      byVillage: z.array(progress.extend({ villageCode, villageName: z.string() })),
      byVisitor: z.array(
        z.object({
          visitor: z.string(),
          visited: z.int(),
          away: z.int(),
          refused: z.int(),
          notFound: z.int(),
        }),
      ),
      /** Deaths, moves and new householders found at visits, to be recorded on the household's page. */
      reported: z.array(
        z.object({
          householdId: id,
          personId: id,
          name: z.string(),
          what: z.enum(['dead', 'moved-out', 'householder']),
          place: z.string(),
        }),
      ),
      tiesOut: z.boolean(),
    }),
  ),
  questions: query.input(z.object({ programmeCode })).output(questionSetView),
  /** A new version of a programme's questions; rounds that are open keep theirs. */
  saveQuestions: command
    .input(z.object({ programmeCode, set: questionSet }))
    .output(z.object({ questionSetId: id, version: z.int() })),
  tasks: query.input(z.object({ ...taskFilter, ...pageOf })).output(paged(taskRow)),
  /** The whole household with masked numbers. */
  task: query.input(z.object({ taskId: id })).output(surveyTask),
  /** 录入记录 — every value ever given, who gave it and whether it still counts; and drafts that were put away. */
  history: query.input(z.object({ taskId: id })).output(
    z.object({
      edits: z.array(
        z.object({
          editId: id,
          subject: z.string(),
          field: z.string(),
          value: z.string().nullable(),
          by: z.string(),
          at: instant,
          counts: z.boolean(),
        }),
      ),
      discarded: z.array(z.object({ by: z.string(), at: instant, typed: z.string() })),
    }),
  ),
  /** 打开录入 — the same with full numbers, one's own draft, and where it stands in the list; leaves a trace. */
  enter: command
    .input(
      z.object({
        taskId: id,
        filter: z.object({ ...taskFilter, roundId: id.optional() }).default({}),
      }),
    )
    .output(surveyTask.extend({ place, draft: draft.nullable() })),
  /** 录入提示 — asked while typing, before anything is saved; numbers as they stand on the page. */
  warnings: query
    .input(
      z.object({
        taskId: id,
        people: z.array(z.object({ personId: id, idNumber: z.string().max(40) })).max(60),
        accounts: z.array(z.object({ accountId: id, personId: id, accountNo: z.string().max(40) })).max(120),
      }),
    )
    .output(z.array(warning)),
  /** 草稿 — every pause of typing; committed before it answers. */
  keepDraft: command
    .input(z.object({ taskId: id, typed: z.string().max(200_000) }))
    .output(z.object({ savedAt: instant })),
  discardDraft: command.input(z.object({ taskId: id })).output(done),
  /** 保存 — appends what was typed; the draft has become part of it. */
  saveVisit: command
    .input(z.object({ taskId: id, edits: z.array(edit).min(1).max(500) }))
    .output(z.object({ version: z.int(), conflicts: z.int() })),
  /** 附件 of the visit, kept with the household. */
  attach: exchange
    .input(z.object({ taskId: id, fileToken: z.string() }))
    .output(z.object({ evidenceId: id })),
  addHousehold: command.input(z.object({ roundId: id, householdId: id })).output(z.object({ taskId: id })),
  markMustVisit: command
    .input(z.object({ taskId: id, note: z.string().trim().min(2).max(100) }))
    .output(done),
  closeRound: command
    .input(z.object({ roundId: id, version: z.int(), reason: z.string().trim().max(200).default('') }))
    .output(done),
}
