import type { ApplicationStatus } from '../domain/application-status.ts'
import { ageOn, maskIdNumber } from '../domain/id-number.ts'
import { maskPhone } from '../domain/phone.ts'
import { villageTitle } from '../domain/village-name.ts'
import { readFieldVersions, readVersionsOf } from '../store/value-changes.ts'
import { listHouseholdEvidence } from '../store/evidence-queries.ts'
import {
  getHousehold,
  listMemberApplications,
  listMemberRosterLines,
  listMembers,
} from '../store/household-queries.ts'
import type { QueryContext } from './context.ts'
import { showAccounts } from './show-accounts.ts'
import { showEvents } from './show-events.ts'
import { showLand } from './show-land.ts'
import { sourceOf } from './source-of.ts'

/** 户页 — everybody and everything of one household; numbers are masked until one is asked for with a reason. */
export async function showHousehold(ctx: QueryContext, input: { householdId: string }) {
  const household = await getHousehold(ctx.reader, ctx.scope, input.householdId)
  const { id, householderId } = household
  return {
    householdId: id,
    householdNo: household.householdNo,
    villageCode: household.villageCode,
    villageName: villageTitle(household.villageName),
    groupName: household.groupName,
    address: household.address,
    status: household.status,
    endedOn: household.endedOn,
    version: household.version,
    fieldVersions: Object.fromEntries(await readFieldVersions(ctx.reader, 'household', id)),
    householderPersonId: householderId,
    householderPending: household.householderPending,
    source: sourceOf(household),
    members: await membersOf(ctx, id, householderId),
    accounts: await showAccounts(ctx, id),
    ...(await showLand(ctx, id)),
    applications: await applicationsOf(ctx, id),
    rosterLines: await rosterLinesOf(ctx, id),
    evidence: await evidenceOf(ctx, id),
    events: await showEvents(ctx, id),
  }
}

async function membersOf(ctx: QueryContext, householdId: string, householderId: string | null) {
  const members = await listMembers(ctx.reader, householdId)
  const versions = await readVersionsOf(ctx.reader, 'person', members)
  return members.map((member) => ({
    personId: member.id,
    name: member.name,
    relation: member.relation,
    sex: member.sex,
    birthDate: member.birthDate,
    age: ageOn(member.birthDate, member.diedOn ?? ctx.today()),
    idMasked: maskIdNumber(member.idNumber),
    isHouseholder: member.id === householderId,
    phoneMasked: maskPhone(member.phone),
    ethnicity: member.ethnicity,
    hukouKind: member.hukouKind,
    remark: member.remark,
    status: member.status,
    diedOn: member.diedOn,
    deathSource: member.deathSource,
    movedOn: member.movedOn,
    movedWhere: member.movedWhere,
    /** On a list of the dead, recorded here or not. */
    deathDate: member.deathDate === null ? null : member.deathDate.slice(0, 10),
    onPayroll: member.onPayroll,
    fieldVersions: versions.get(member.id) ?? {},
    source: sourceOf(member),
  }))
}

async function applicationsOf(ctx: QueryContext, householdId: string) {
  const applications = await listMemberApplications(ctx.reader, ctx.scope, householdId)
  return applications.map(
    ({ id, programmeCode, programmeName, year, areaCentiMu, amountFen, status, beneficiaryName }) => ({
      applicationId: id,
      programmeCode,
      programmeName,
      year,
      areaCentiMu,
      amountFen,
      status: status as ApplicationStatus,
      beneficiaryName,
    }),
  )
}

async function rosterLinesOf(ctx: QueryContext, householdId: string) {
  const lines = await listMemberRosterLines(ctx.reader, ctx.scope, householdId)
  return lines.map(
    ({
      year,
      month,
      programmeCode,
      programmeName,
      name,
      areaCentiMu,
      amountFen,
      printedAmountFen,
      ...line
    }) => ({
      year,
      month,
      programmeCode,
      programmeName,
      name,
      areaCentiMu,
      amountFen,
      printedAmountFen,
      source: { batchId: line.batchId, fileName: line.fileName, sheet: line.sheet, line: line.line },
    }),
  )
}

async function evidenceOf(ctx: QueryContext, householdId: string) {
  const evidence = await listHouseholdEvidence(ctx.reader, ctx.scope, householdId)
  return evidence.map((one) => ({
    evidenceId: one.id,
    kind: one.kind,
    title: one.title,
    about: one.about,
    programmeCode: one.programmeCode,
    onDay: one.onDay,
    daySource: one.daySource,
    extension: one.extension,
    size: one.size,
    addedBy: one.addedByName,
    addedAt: one.addedAt,
  }))
}
