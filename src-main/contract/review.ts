import { z } from 'zod'
import { ratesBy } from '../domain/standard.ts'
import { amountStep } from './application.ts'
import { droppedCalls } from './dropped.ts'
import { kinCalls } from './kin.ts'
import { explanationCalls, explanationView } from './explanation.ts'
import { rebuttalCalls, rebuttalView } from './rebuttal.ts'
import { recheckCalls } from './recheck.ts'
import { figure } from './figure.ts'
import { hearingCalls, hearings } from './hearing.ts'
import { stopKinds } from '../domain/stop.ts'
import { stopRow } from './stop.ts'
import { ruleOutcome } from './rule.ts'
import { originalCase } from './household.ts'
import { command, exchange, query } from './kinds.ts'
import {
  centiMu,
  day,
  fen,
  id,
  instant,
  month,
  pageOf,
  paged,
  programmeCode,
  severity,
  sourceLine,
  status,
  totals,
  villageCode,
  year,
} from './values.ts'

const period = { programmeCode, year }

const findingView = z.object({
  /** 核实不属实 — what was said last of this very finding. */
  rebuttal: rebuttalView.nullable(),
  ...{ mayRebut: z.boolean(), mayExplain: z.boolean() },
  /** 同因说明 — what was written of it, for how many findings at once. */
  explanation: explanationView.nullable(),
  findingId: id,
  check: z.string(),
  severity,
  title: z.string(),
  detail: z.string(),
  sources: z.array(sourceLine),
  others: z.array(
    z.object({ applicationId: id, name: z.string(), villageName: z.string(), groupName: z.string() }),
  ),
})

const row = z.object({
  applicationId: id,
  version: z.int(),
  villageCode,
  villageName: z.string(),
  groupName: z.string(),
  name: z.string(),
  idTail: z.string(),
  areaCentiMu: centiMu,
  previousAreaCentiMu: centiMu.nullable(),
  /** How many of the programme's own unit, in hundredths; null where it is paid by land. */
  quantityCenti: z.int().nullable(),
  rateYuan: z.string().nullable(),
  amountFen: fen,
  printedAmountFen: fen.nullable(),
  status,
  findings: z.array(z.object({ check: z.string(), severity, title: z.string() })),
  mayDecide: z.boolean(),
  /** A record already approved may come back when something is found later, until it is packed. */
  mayReturn: z.boolean(),
})

const record = row.extend({
  programmeName: z.string(),
  unit: z.string(),
  idMasked: z.string(),
  accountMasked: z.string(),
  bankName: z.string(),
  accountHolderName: z.string(),
  householdId: id.nullable(),
  householderPending: z.boolean(),
  householdMembers: z.array(z.object({ name: z.string(), relation: z.string() })),
  capCentiMu: centiMu.nullable(),
  enteredBy: z.string(),
  whyMayNotDecide: z.string().nullable(),
  details: z.array(findingView),
  source: sourceLine.nullable(),
  /** 资格判定 — the last one, with each condition and what it came to; null where the terms have no rule. */
  eligibility: z
    .object({
      outcome: ruleOutcome,
      at: instant,
      termsVersion: z.int(),
      said: z.string(),
      conditions: z.array(z.object({ said: z.string(), outcome: ruleOutcome, value: z.string() })),
    })
    .nullable(),
  /** 分段计发 — the steps the amount is the sum of; empty by land and where everybody has a standard of their own. */
  steps: z.array(amountStep),
  months: z.object({ from: month, to: month }).nullable(),
  /** Where the standard in force makes the amount, nobody types one. */
  rateBy: z.enum(ratesBy),
  /** 五套数, as far as there are any. */
  figures: z.array(figure),
  hearings: hearings.nullable(),
  /** 停发、中止 of this record, newest first, and which of the two may be proposed now. */
  stops: z.array(stopRow),
  mayPropose: z.array(z.enum(stopKinds)),
  /** 原案 — as it stood before each event that changed whom it is for or paid to. */
  originalCases: z.array(originalCase),
  beneficiary: z.object({
    personId: id,
    status: z.enum(['registered', 'cancelled', 'moved-out', 'dead']),
    /** Recorded, or as a list of the dead has it. */
    diedOn: day.nullable(),
  }),
  trail: z.array(
    z.object({
      at: instant,
      by: z.string(),
      step: z.string(),
      from: status.nullable(),
      to: status,
      reason: z.string(),
    }),
  ),
})

/** 可能符合，待核 — somebody to ask, not a finding on an application. */
const missedPerson = z.object({
  key: z.string(),
  personId: id,
  householdId: id,
  villageCode,
  villageName: z.string(),
  groupName: z.string(),
  name: z.string(),
  idTail: z.string(),
  age: z.int(),
  programmeCode,
  programmeName: z.string(),
  detail: z.string(),
  sources: z.array(sourceLine),
})

const sums = z.object({ status, totals })

export const reviewContract = {
  overview: query.input(z.object(period)).output(
    z.object({
      rate: z.string().nullable(),
      /** 分档 — then the rate is the first tier's. */
      isTiered: z.boolean(),
      /** What the programme counts in, by the terms in force. */
      unit: z.string().nullable(),
      /** Lines not yet sent that another standard than today's has computed. */
      otherStandard: z.int(),
      lastCheck: z.object({ at: instant, by: z.string(), asOf: day }).nullable(),
      checksOutdated: z.boolean(),
      totals,
      byStatus: z.array(sums),
      withFindings: z.int(),
      byCheck: z.array(z.object({ check: z.string(), title: z.string(), severity, rows: z.int() })),
      byVillage: z.array(
        z.object({
          villageCode,
          villageName: z.string(),
          totals,
          submitted: z.int(),
          returned: z.int(),
          approved: z.int(),
        }),
      ),
      /** Raw lines = valid + rejected + skipped of the import this period was rolled from. */
      entrance: z.object({ lines: z.int(), valid: z.int(), rejected: z.int(), skipped: z.int() }).nullable(),
      tiesOut: z.boolean(),
    }),
  ),
  list: query
    .input(
      z.object({
        ...period,
        villageCode: villageCode.optional(),
        status: status.optional(),
        findings: z.enum(['any', 'with', 'without']).default('any'),
        check: z.string().optional(),
        ...pageOf,
      }),
    )
    .output(paged(row)),
  record: query.input(z.object({ applicationId: id })).output(record),
  /** 应享未享 — who may be entitled by the register and the lists, and has not applied this year. */
  missed: query
    .input(
      z.object({
        year,
        /** One of the answer's own; a programme named here would narrow what is counted beside it. */
        entitlementId: z.string().max(10).optional(),
        villageCode: villageCode.optional(),
        ...pageOf,
      }),
    )
    .output(
      paged(missedPerson).extend({
        byEntitlement: z.array(
          z.object({ entitlementId: z.string(), programmeName: z.string(), people: z.int() }),
        ),
      }),
    ),
  ...rebuttalCalls,
  ...droppedCalls,
  ...kinCalls,
  ...recheckCalls,
  ...explanationCalls,
  ...hearingCalls,
  decide: command
    .input(
      z.object({
        applicationId: id,
        version: z.int(),
        decision: z.enum(['approve', 'decline', 'return']),
        reason: z.string().trim().max(500).default(''),
      }),
    )
    .output(z.object({ status, version: z.int() })),
}

export const verificationContract = {
  /** 核实情况说明 — dated, per village; a gate before publicity (field-notes 16). */
  list: query.input(z.object(period)).output(
    z.array(
      z.object({
        villageCode,
        villageName: z.string(),
        statedOn: day.nullable(),
        statement: z.string(),
        recordedBy: z.string().nullable(),
        hasFile: z.boolean(),
        /** 摸底 of the period in this village, over its rounds; null where there was none. */
        survey: z
          .object({ tasks: z.int(), unvisited: z.int(), mustVisitOpen: z.int(), conflicts: z.int() })
          .nullable(),
      }),
    ),
  ),
  record: exchange
    .input(
      z.object({
        ...period,
        villageCode,
        statedOn: day,
        statement: z.string().trim().min(5).max(2000),
        fileToken: z.string().nullable(),
      }),
    )
    .output(z.object({ verificationId: id })),
}
