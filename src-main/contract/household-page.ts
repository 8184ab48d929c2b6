import { z } from 'zod'
import { evidenceKinds } from '../domain/evidence.ts'
import { custodies, holderKinds } from '../domain/register-fields.ts'
import { householdEvent } from './household.ts'
import { centiMu, day, fen, id, instant, programmeCode, sourceLine, status, villageCode } from './values.ts'

/** The last change of each field that was ever changed; sent back as `seen` with a change. */
const fieldVersions = z.record(z.string(), z.int())

const member = z.object({
  personId: id,
  name: z.string(),
  relation: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  age: z.int(),
  idMasked: z.string(),
  isHouseholder: z.boolean(),
  phoneMasked: z.string(),
  ethnicity: z.string(),
  hukouKind: z.string(),
  remark: z.string(),
  status: z.enum(['registered', 'cancelled', 'moved-out', 'dead']),
  diedOn: day.nullable(),
  deathSource: z.string(),
  movedOn: day.nullable(),
  movedWhere: z.string(),
  deathDate: z.string().nullable(),
  onPayroll: z.boolean(),
  fieldVersions,
  source: sourceLine.nullable(),
})

const authorisation = z.object({
  authorisationId: id,
  kind: z.enum(['guardian', 'agent']),
  name: z.string(),
  idMasked: z.string(),
  relation: z.string(),
  validTo: day,
  evidenceId: id,
  endedOn: day.nullable(),
  isInForce: z.boolean(),
})

const account = z.object({
  accountId: id,
  personId: id,
  ownerName: z.string(),
  ownerStatus: z.string(),
  holderName: z.string(),
  holderKind: z.enum(holderKinds),
  holderIdMasked: z.string(),
  creditCode: z.string(),
  accountMasked: z.string(),
  kind: z.enum(['card', 'passbook']),
  bankName: z.string(),
  custody: z.enum(custodies),
  status: z.enum(['active', 'closed']),
  confirmation: z.enum(['none', 'wanted', 'done']),
  confirmedBy: z.string().nullable(),
  enteredBy: z.string(),
  /** Records on their way that are paid to it. */
  onTheWay: z.int(),
  authorisations: z.array(authorisation),
  warnings: z.array(z.string()),
  fieldVersions,
  source: sourceLine.nullable(),
})

const landRight = z.object({
  holderName: z.string(),
  confirmedCentiMu: centiMu,
  nonEligibleCentiMu: centiMu,
  transferredOutCentiMu: centiMu,
  farmedForOthersCentiMu: centiMu,
  capCentiMu: centiMu,
  source: sourceLine,
})

const parcel = z.object({
  parcelId: id,
  parcelNo: z.string(),
  name: z.string(),
  contractNo: z.string(),
  areaCentiMu: centiMu,
  nonEligibleCentiMu: centiMu,
  landUse: z.string(),
  status: z.enum(['active', 'ended']),
  version: z.int(),
  source: sourceLine.nullable(),
})

const party = z.object({
  name: z.string(),
  idTail: z.string(),
  creditCode: z.string(),
  householdId: id.nullable(),
})

const transfer = z.object({
  transferId: id,
  giver: party,
  taker: party,
  isGiver: z.boolean(),
  parcelText: z.string(),
  areaCentiMu: centiMu,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  subsidyTo: z.enum(['giver', 'taker', 'unknown']),
  agreement: z.string(),
  isOver: z.boolean(),
  doubt: z.enum(['counterpart-missing', 'counterpart-unknown', 'subsidy-unknown']).nullable(),
  version: z.int(),
  source: sourceLine.nullable(),
})

const application = z.object({
  applicationId: id,
  programmeCode: z.string(),
  programmeName: z.string(),
  year: z.int(),
  areaCentiMu: centiMu.nullable(),
  amountFen: fen.nullable(),
  status,
  beneficiaryName: z.string(),
})

const rosterLine = z.object({
  year: z.int(),
  month: z.int().nullable(),
  programmeCode: z.string(),
  programmeName: z.string(),
  name: z.string(),
  areaCentiMu: centiMu,
  amountFen: fen,
  printedAmountFen: fen.nullable(),
  source: sourceLine,
})

const evidence = z.object({
  evidenceId: id,
  kind: z.enum(evidenceKinds),
  title: z.string(),
  about: z.string(),
  programmeCode: programmeCode.nullable(),
  onDay: day.nullable(),
  daySource: z.enum(['taken', 'imported', 'stated']),
  extension: z.string(),
  size: z.int(),
  addedBy: z.string(),
  addedAt: instant,
})

/** 户页 — everybody and everything of one household. */
export const householdPage = z.object({
  householdId: id,
  householdNo: z.string(),
  villageCode,
  villageName: z.string(),
  groupName: z.string(),
  address: z.string(),
  status: z.enum(['registered', 'cancelled', 'moved-out']),
  endedOn: day.nullable(),
  version: z.int(),
  fieldVersions,
  householderPersonId: id.nullable(),
  householderPending: z.boolean(),
  source: sourceLine.nullable(),
  members: z.array(member),
  accounts: z.array(account),
  landRights: z.array(landRight),
  parcels: z.array(parcel),
  transfers: z.array(transfer),
  applications: z.array(application),
  rosterLines: z.array(rosterLine),
  evidence: z.array(evidence),
  events: z.array(householdEvent),
})

export const historyLine = z.object({
  key: z.string(),
  at: instant,
  by: z.string(),
  whose: z.string(),
  subjectId: id,
  field: z.string(),
  what: z.string(),
  reason: z.string(),
  /** The file, sheet and line it came from. */
  source: sourceLine.nullable(),
  /** The event, survey round or workbook it came with, in words. */
  sourceText: z.string(),
})
