import { accountTail } from '../domain/account-no.ts'
import type { ApplicationStatus } from '../domain/application-status.ts'
import { ageOn, maskIdNumber } from '../domain/id-number.ts'
import { landCapCentiMu } from '../domain/land-cap.ts'
import { maskPhone } from '../domain/phone.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listHouseholdEvidence } from '../store/evidence-queries.ts'
import {
  getHousehold,
  listHouseholdChanges,
  listMemberAccounts,
  listMemberApplications,
  listMemberLandRights,
  listMemberRosterLines,
  listMembers,
} from '../store/household-queries.ts'
import { changeSentence } from '../wording/change-sentences.ts'
import type { QueryContext } from './context.ts'

/** 户页 — everybody and everything of one household; numbers are masked until one is asked for with a reason. */
export async function showHousehold(ctx: QueryContext, input: { householdId: string }) {
  const household = await getHousehold(ctx.reader, ctx.scope, input.householdId)
  const { id, householdNo, villageCode, villageName, groupName, version, householderId, householderPending } =
    household
  return {
    householdId: id,
    householdNo,
    villageCode,
    villageName: villageTitle(villageName),
    groupName,
    version,
    householderPersonId: householderId,
    householderPending,
    members: await membersOf(ctx, id, householderId),
    accounts: await accountsOf(ctx, id),
    landRights: await landRightsOf(ctx, id),
    applications: await applicationsOf(ctx, id),
    rosterLines: await rosterLinesOf(ctx, id),
    evidence: await evidenceOf(ctx, id),
    history: await historyOf(ctx, id),
  }
}

async function membersOf(ctx: QueryContext, householdId: string, householderId: string | null) {
  const members = await listMembers(ctx.reader, householdId)
  return members.map((member) => ({
    personId: member.id,
    name: member.name,
    relation: member.relation,
    sex: member.sex,
    birthDate: member.birthDate,
    age: ageOn(member.birthDate, ctx.today()),
    idMasked: maskIdNumber(member.idNumber),
    isHouseholder: member.id === householderId,
    phoneMasked: maskPhone(member.phone),
    deathDate: member.deathDate === null ? null : member.deathDate.slice(0, 10),
    onPayroll: member.onPayroll,
    source: sourceOf(member),
  }))
}

async function accountsOf(ctx: QueryContext, householdId: string) {
  const accounts = await listMemberAccounts(ctx.reader, householdId)
  return accounts.map((account) => ({
    accountId: account.id,
    personId: account.personId,
    holderName: account.holderName,
    accountMasked: `…${accountTail(account.accountNo)}`,
    kind: account.kind,
    bankName: account.bankName,
    source: sourceOf(account),
  }))
}

async function landRightsOf(ctx: QueryContext, householdId: string) {
  const rights = await listMemberLandRights(ctx.reader, householdId)
  return rights.map((right) => {
    const {
      holderName,
      confirmedCentiMu,
      nonEligibleCentiMu,
      transferredOutCentiMu,
      farmedForOthersCentiMu,
    } = right
    const capCentiMu = landCapCentiMu({
      confirmed: confirmedCentiMu,
      nonEligible: nonEligibleCentiMu,
      transferredOut: transferredOutCentiMu,
      farmedForOthers: farmedForOthersCentiMu,
    })
    const source = { batchId: right.batchId, fileName: right.fileName, sheet: right.sheet, line: right.line }
    return {
      holderName,
      confirmedCentiMu,
      nonEligibleCentiMu,
      transferredOutCentiMu,
      farmedForOthersCentiMu,
      capCentiMu,
      source,
    }
  })
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
    ({ year, programmeCode, programmeName, name, areaCentiMu, amountFen, printedAmountFen, ...line }) => ({
      year,
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

async function historyOf(ctx: QueryContext, householdId: string) {
  const changes = await listHouseholdChanges(ctx.reader, householdId)
  return changes.map((change) => ({
    at: change.changedAt,
    by: change.displayName,
    field: change.field,
    what: changeSentence(change, () => '（另一条记录）'),
    reason: change.reason,
  }))
}

function sourceOf(row: {
  batchId: string | null
  fileName: string | null
  sheet: string | null
  line: number | null
}) {
  const { batchId, fileName, sheet, line } = row
  return batchId === null || fileName === null || sheet === null || line === null
    ? null
    : { batchId, fileName, sheet, line }
}
