import { type RawBuilder, sql } from 'kysely'
import type { CheckedLine } from '../domain/checks/check-input.ts'
import type { Day } from '../domain/day.ts'
import { paidOutcome } from '../domain/paid-outcome.ts'
import type { Period } from './application-queries.ts'
import { amongTexts } from './among-texts.ts'
import { onItsWay } from './check-queries.ts'
import type { Reader } from './reader.ts'
import { toSource } from './to-source.ts'

/** Lines of a period as the checks see them, in order of village and entry: some of them, or every one. */
export async function readCheckedLines(
  reader: Reader,
  period: Period,
  asOf: Day,
  applicationIds?: readonly string[],
): Promise<CheckedLine[]> {
  const authorisations = await readAuthorisations(reader, asOf)
  let query = linesOf(reader, period, applicationIds === undefined ? sql`a.programme_code` : byLine)
  if (applicationIds !== undefined) query = query.where((e) => amongTexts(e.ref('a.id'), applicationIds))
  const rows = await query.execute()
  return rows.map((row) => toLine(row, authorisations.get(row.accountId) ?? noAuthorisation))
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

// Field by field: spreading thirty of them for every line took as long as reading them.
function toLine(row: Row, own: readonly Authorisation[]): CheckedLine {
  const valid = own.filter(({ isValid }) => isValid)
  return {
    applicationId: row.applicationId,
    idNumber: row.idNumber,
    name: row.name,
    villageCode: row.villageCode,
    householdId: row.householdId,
    accountNo: row.accountNo,
    holderName: row.holderName,
    holderKind: row.holderKind,
    custody: row.custody,
    payeeName: row.payeeName,
    areaCentiMu: row.areaCentiMu,
    amountFen: row.amountFen,
    rateYuan: row.rateYuan,
    printedAmountFen: row.printedAmountFen,
    rollAmountFen: row.rollAmountFen,
    idUpgraded: row.idUpgraded === 1,
    personStatus: row.personStatus,
    movedOn: row.movedOn,
    householderPending: row.householderPending === 1,
    phone: row.phone === '' ? (row.rollPhone ?? '') : row.phone,
    address: row.address ?? '',
    agentAuthorised: valid.length > 0,
    agentNames: valid.map(({ name }) => name),
    authorisationEndedOn: valid.length > 0 ? null : lastEnd(own),
    bankRefusal: refusalOf(row),
    source: toSource(row),
  }
}

/** Keeps the planner from going through a whole programme for a few lines. */
const byLine = sql<string>`+a.programme_code`

function linesOf(reader: Reader, period: Period, programmeCode: RawBuilder<unknown>) {
  return reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('person as q', 'q.id', 'a.payeeId')
    .innerJoin('account as k', 'k.id', 'a.accountId')
    .leftJoin('household as h', 'h.id', 'a.householdId')
    .leftJoin('rosterLine as r', 'r.id', 'a.rosterLineId')
    .leftJoin('listBatch as b', 'b.id', 'r.batchId')
    .select(['a.id as applicationId', 'p.idNumber', 'p.name', 'a.villageCode', 'a.householdId'])
    .select(['k.id as accountId', 'k.accountNo', 'k.holderName', 'k.holderKind', 'k.custody'])
    .select(['q.name as payeeName', 'a.areaCentiMu', 'a.amountFen', 'a.rateYuan', 'p.idUpgraded', 'p.phone'])
    .select(['a.previousPrintedFen as printedAmountFen', 'a.previousAmountFen as rollAmountFen'])
    .select(['p.status as personStatus', 'p.movedOn', 'h.householderPending', 'h.address'])
    .select(['r.line', 'r.batchId', 'r.phone as rollPhone', 'b.fileName', 'b.sheet'])
    .select((e) =>
      e.case().whenRef('r.accountId', '=', 'a.accountId').then(e.ref('r.facts')).end().as('rollFacts'),
    )
    .where(programmeCode, '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('a.status', 'in', [...onItsWay])
    .orderBy('a.villageCode')
    .orderBy('a.id')
}

interface Authorisation {
  readonly name: string
  readonly isValid: boolean
  readonly endedOn: string
}

const noAuthorisation: readonly Authorisation[] = []

function lastEnd(over: readonly Authorisation[]): string | null {
  return (
    over
      .map(({ endedOn }) => endedOn)
      .toSorted()
      .at(-1) ?? null
  )
}

/** All of them: they are few beside the lines, and one question for each line would not be. */
async function readAuthorisations(reader: Reader, asOf: Day): Promise<ReadonlyMap<string, Authorisation[]>> {
  const rows = await reader
    .selectFrom('accountAuthorisation')
    .select(['accountId', 'name', 'endedOn', 'validTo'])
    .select(sql<0 | 1>`ended_on IS NULL AND valid_to >= ${asOf}`.as('isValid'))
    .execute()
  const all = rows.map(({ accountId, name, endedOn, validTo, isValid }) => ({
    ...{ accountId, name, isValid: isValid === 1, endedOn: endedOn ?? validTo },
  }))
  return Map.groupBy(all, ({ accountId }) => accountId)
}

/** 银行的话 — only of the very account the roll was paid to, and never what somebody here noted beside it. */
function refusalOf({ rollFacts }: { readonly rollFacts: string | null }): string {
  if (rollFacts === null || rollFacts === '{}') return ''
  const { paidState = '', failure = '' } = JSON.parse(rollFacts) as { paidState?: string; failure?: string }
  const { outcome, why } = paidOutcome({ paidState, failure, remark: '' })
  return outcome === 'failed' ? why : ''
}
