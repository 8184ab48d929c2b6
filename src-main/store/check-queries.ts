import { sql } from 'kysely'
import type { CheckedLine, DeceasedEntry, PayrollEntry } from '../domain/checks/check-input.ts'
import type { Day } from '../domain/day.ts'
import type { Finding, SourceLine } from '../domain/finding.ts'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'

/** Statuses still on their way: what has left, stopped or been withdrawn is checked no more. */
export const onItsWay = [
  'submitted',
  'returned',
  'approved',
  'publicizing',
  'objected',
  'publicized',
  'packaged',
] as const

/** Every line of a period as the checks see it, in order of village and entry. */
export async function readCheckedLines(reader: Reader, period: Period, asOf: Day): Promise<CheckedLine[]> {
  const rows = await reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('account as k', 'k.id', 'a.accountId')
    .leftJoin('household as h', 'h.id', 'a.householdId')
    .leftJoin('rosterLine as r', 'r.id', 'a.rosterLineId')
    .leftJoin('listBatch as b', 'b.id', 'r.batchId')
    .select([
      'a.id as applicationId',
      'p.idNumber',
      'p.name',
      'a.villageCode',
      'a.householdId',
      'k.accountNo',
      'a.areaCentiMu',
      'a.amountFen',
      'a.previousPrintedFen',
      'a.previousAmountFen',
      'p.idUpgraded',
      'h.householderPending',
      'r.line',
      'r.batchId',
      'b.fileName',
      'b.sheet',
      sql<0 | 1>`EXISTS (SELECT 1 FROM account_authorisation z
        WHERE z.account_id = k.id AND z.ended_on IS NULL AND z.valid_to >= ${asOf})`.as('agentAuthorised'),
    ])
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('a.status', 'in', [...onItsWay])
    .orderBy('a.villageCode')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    applicationId: row.applicationId,
    idNumber: row.idNumber,
    name: row.name,
    villageCode: row.villageCode,
    householdId: row.householdId,
    accountNo: row.accountNo,
    areaCentiMu: row.areaCentiMu,
    amountFen: row.amountFen,
    printedAmountFen: row.previousPrintedFen,
    rollAmountFen: row.previousAmountFen,
    agentAuthorised: row.agentAuthorised === 1,
    idUpgraded: row.idUpgraded === 1,
    householderPending: row.householderPending === 1,
    source: toSource(row),
  }))
}

/** From the lists of the dead, and from the deaths recorded here. */
export async function readDeceased(reader: Reader): Promise<DeceasedEntry[]> {
  const rows = await externalEntries(reader, 'deceased')
  const listed = rows.flatMap((row) =>
    row.onDay === null
      ? []
      : [{ idNumber: row.idNumber, name: row.name, deathDate: row.onDay, source: sourceOf(row) }],
  )
  const recorded = await reader
    .selectFrom('person')
    .select(['idNumber', 'name', 'diedOn'])
    .where('status', '=', 'dead')
    .where('diedOn', 'is not', null)
    .execute()
  const own = recorded.map(({ idNumber, name, diedOn }) => ({
    idNumber,
    name,
    deathDate: diedOn ?? '',
    source: null,
  }))
  return [...listed, ...own]
}

export async function readPayroll(reader: Reader): Promise<PayrollEntry[]> {
  const rows = await externalEntries(reader, 'payroll')
  return rows.map((row) => {
    const facts = JSON.parse(row.facts) as { employer?: string; category?: string }
    return {
      idNumber: row.idNumber,
      name: row.name,
      employer: facts.employer ?? '',
      category: facts.category ?? '',
      source: sourceOf(row),
    }
  })
}

export interface CheckRun {
  readonly id: string
  readonly asOf: string
  readonly rows: number
  readonly dataMark: number
  readonly byUser: string
  readonly at: string
}

export async function insertCheckRun(writer: Writer, period: Period, run: CheckRun): Promise<void> {
  await writer
    .insertInto('checkRun')
    .values({ ...run, programmeCode: period.programmeCode, year: period.year })
    .execute()
}

export async function insertFindings(
  writer: Writer,
  runId: string,
  findings: readonly (Finding & { readonly id: string })[],
): Promise<void> {
  const rows = findings.map((finding) => ({
    id: finding.id,
    runId,
    applicationId: finding.applicationId,
    checkCode: finding.check,
    severity: finding.severity,
    facts: JSON.stringify(finding.facts),
    sources: JSON.stringify(finding.sources),
    others: JSON.stringify(finding.others),
    asOf: finding.asOf,
  }))
  for (let at = 0; at < rows.length; at += 200)
    await writer
      .insertInto('finding')
      .values(rows.slice(at, at + 200))
      .execute()
}

export async function findLatestRun(reader: Reader, period: Period): Promise<CheckRun | undefined> {
  return reader
    .selectFrom('checkRun')
    .select(['id', 'asOf', 'rows', 'dataMark', 'byUser', 'at'])
    .where('programmeCode', '=', period.programmeCode)
    .where('year', '=', period.year)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface StoredFinding extends Finding {
  readonly findingId: string
}

export async function listFindings(
  reader: Reader,
  runId: string,
  applicationIds?: readonly string[],
): Promise<StoredFinding[]> {
  let query = reader.selectFrom('finding').selectAll().where('runId', '=', runId)
  if (applicationIds !== undefined) query = query.where('applicationId', 'in', [...applicationIds])
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    findingId: row.id,
    applicationId: row.applicationId,
    check: row.checkCode as Finding['check'],
    severity: row.severity,
    facts: JSON.parse(row.facts) as Finding['facts'],
    sources: JSON.parse(row.sources) as SourceLine[],
    others: JSON.parse(row.others) as string[],
    asOf: row.asOf,
  }))
}

function externalEntries(reader: Reader, kind: 'deceased' | 'payroll') {
  return reader
    .selectFrom('externalEntry as e')
    .innerJoin('listBatch as b', 'b.id', 'e.batchId')
    .select(['e.idNumber', 'e.name', 'e.onDay', 'e.facts', 'e.line', 'e.batchId', 'b.fileName', 'b.sheet'])
    .where('e.kind', '=', kind)
    .where('e.endedBy', 'is', null)
    .where('b.undoneAt', 'is', null)
    .orderBy('b.importedAt', 'desc')
    .orderBy('e.line')
    .execute()
}

function sourceOf(row: { batchId: string; fileName: string; sheet: string; line: number }): SourceLine {
  return { batchId: row.batchId, fileName: row.fileName, sheet: row.sheet, line: row.line }
}

function toSource(row: {
  batchId: string | null
  fileName: string | null
  sheet: string | null
  line: number | null
}): SourceLine | null {
  if (row.batchId === null || row.fileName === null || row.sheet === null || row.line === null) return null
  return { batchId: row.batchId, fileName: row.fileName, sheet: row.sheet, line: row.line }
}

/** How many records of a run and scope have something to be handled, and how many each check found. */
export async function countFindings(
  reader: Reader,
  runId: string,
  scope: Scope,
): Promise<{ withFindings: number; byCheck: { check: string; severity: string; rows: number }[] }> {
  const ofRun = reader
    .selectFrom('finding')
    .innerJoin('application as a', 'a.id', 'finding.applicationId')
    .where('runId', '=', runId)
    .where((e) => inVillages(e.ref('a.villageCode'), scope))
  const byCheck = await ofRun
    .select((e) => [
      'checkCode as check',
      'severity',
      e.fn.count<number>('applicationId').distinct().as('rows'),
    ])
    .groupBy(['checkCode', 'severity'])
    .orderBy('checkCode')
    .execute()
  const { rows } = await ofRun
    .select((e) => e.fn.count<number>('applicationId').distinct().as('rows'))
    .where('severity', '<>', 'hint')
    .executeTakeFirstOrThrow()
  return { withFindings: rows, byCheck }
}
