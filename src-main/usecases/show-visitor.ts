import { accountTail } from '../domain/account-no.ts'
import { ageOn, maskIdNumber } from '../domain/id-number.ts'
import { bringFor, isForVisitor, type OpenPoint, pointKey } from '../domain/open-point.ts'
import { maskPhone } from '../domain/phone.ts'
import { villageTitle } from '../domain/village-name.ts'
import { getHousehold } from '../store/household-queries.ts'
import { getPerson, getPersonAnywhere } from '../store/person-queries.ts'
import {
  countOthersOfHousehold,
  listPersonApplications,
  listPersonRosterLines,
  type PersonApplication,
  type PersonRosterLine,
} from '../store/visitor-queries.ts'
import { pointSentence } from '../wording/visitor-sentences.ts'
import type { QueryContext } from './context.ts'
import { showAccountsOf } from './show-accounts.ts'
import { openPointsOf, paidOutcomeOf, type VisitorFacts } from './visitor-points.ts'

/** 来访一屏 — who stands at the counter, what they had over the years, what is open, and what to bring. */
export async function showVisitor(ctx: QueryContext, input: { personId: string }) {
  const facts = await visitorFacts(ctx, input.personId)
  const points = await openPointsOf(ctx, facts)
  return {
    ...(await whoOf(ctx, facts)),
    accounts: accountsOf(facts),
    rows: rowsOf(facts),
    points: points.map(toView),
  }
}

/** Everything the view and the printed slips say, read once. */
export async function visitorFacts(ctx: QueryContext, personId: string): Promise<VisitorFacts> {
  const person = await getPerson(ctx.reader, ctx.scope, personId)
  const { householdId } = person
  const household = householdId === null ? null : await getHousehold(ctx.reader, ctx.scope, householdId)
  return {
    person,
    household,
    accounts: await showAccountsOf(ctx, personId),
    applications: await listPersonApplications(ctx.reader, ctx.scope, personId),
    rosterLines: await listPersonRosterLines(ctx.reader, ctx.scope, personId),
  }
}

export async function whoOf(ctx: QueryContext, { person, household: known, rosterLines }: VisitorFacts) {
  const household = known === null ? null : await getHousehold(ctx.reader, ctx.scope, known.id)
  const head = household?.householderId ?? null
  const { id: personId, name, sex, birthDate } = person
  return {
    ...{ personId, name, sex, birthDate },
    age: ageOn(birthDate, person.diedOn ?? ctx.today()),
    idMasked: maskIdNumber(person.idNumber),
    phoneMasked: maskPhone(person.phone),
    status: person.status,
    diedOn: person.diedOn,
    relation: person.relation,
    isHouseholder: head === personId,
    householdId: household?.id ?? null,
    householdNo: household?.householdNo ?? '',
    householderName: head === null ? '' : (await getPersonAnywhere(ctx.reader, head)).name,
    place: placeOf(household ?? rosterLines[0]),
    othersOfHousehold:
      household === null
        ? 0
        : await countOthersOfHousehold(ctx.reader, ctx.scope, { householdId: household.id, personId }),
    isWhole: ctx.scope.programmes === 'all',
  }
}

/** Of the household, or where the newest roll has somebody without one. */
function placeOf(
  at: { villageName: string | null; groupName: string; address?: string } | undefined,
): string {
  const { villageName = null, groupName = '', address = '' } = at ?? {}
  return `${villageTitle(villageName ?? '')}${groupName}${address === '' ? '' : `　${address}`}`
}

function accountsOf({ accounts }: VisitorFacts) {
  return accounts.map(({ accountId, accountMasked, bankName, holderName, kind, status, onTheWay }) => ({
    ...{ accountId, accountMasked, bankName, holderName, kind, status, onTheWay },
  }))
}

/** 历年各项 — records made here and lines of rolls, the newest first. */
export function rowsOf({ applications, rosterLines }: VisitorFacts) {
  const rows = [...applications.map(recordRow), ...rosterLines.map(rollRow)]
  return rows.toSorted((a, b) => b.year - a.year || (b.month ?? 0) - (a.month ?? 0))
}

function recordRow(one: PersonApplication) {
  const { id: key, year, programmeName, areaCentiMu, amountFen, status, isOwn, beneficiaryName } = one
  return {
    ...{ key, year, month: null, programmeName, areaCentiMu, amountFen, status },
    accountMasked: `…${accountTail(one.accountNo)}`,
    outcome: null,
    why: '',
    /** Paid to this person for somebody else. */
    forName: isOwn ? null : beneficiaryName,
    source: null,
  }
}

function rollRow(line: PersonRosterLine) {
  const { id: key, year, month, programmeName, amountFen, areaCentiMu } = line
  return {
    ...{ key, year, month, programmeName, amountFen, status: null },
    areaCentiMu: areaCentiMu === 0 ? null : areaCentiMu,
    accountMasked: line.accountNo === null ? '' : `…${accountTail(line.accountNo)}`,
    ...paidOutcomeOf(line),
    forName: null,
    source: { batchId: line.batchId, fileName: line.fileName, sheet: line.sheet, line: line.line },
  }
}

function toView(point: OpenPoint) {
  return {
    key: pointKey(point),
    kind: point.kind,
    ...pointSentence(point),
    bring: [...bringFor(point)],
    isForVisitor: isForVisitor(point),
    applicationId: 'applicationId' in point ? point.applicationId : null,
    taskId: 'taskId' in point ? point.taskId : null,
  }
}
