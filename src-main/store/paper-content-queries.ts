import { sql } from 'kysely'
import type { MustVisitReason, PreviousLine } from '../domain/must-visit.ts'
import type { Reader } from './reader.ts'

/** Which households a paper is about. */
export interface PaperHouseholds {
  readonly roundId: string
  readonly villageCode: string
}

/** Tasks of one village in a round, with their household as the register has it now. */
export async function listTasksToPrint(reader: Reader, { roundId, villageCode }: PaperHouseholds) {
  const rows = await reader
    .selectFrom('surveyTask as t')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .select(['t.id as taskId', 't.householdId', 't.groupName', 't.state', 't.mustVisit', 't.previous'])
    .select(['h.householdNo', 'h.address', 'p.name as householder', 'p.idNumber as householderIdNumber'])
    .where('t.roundId', '=', roundId)
    .where('t.villageCode', '=', villageCode)
    .orderBy('h.householdNo')
    .execute()
  return rows.map((row) => ({
    ...row,
    mustVisit: JSON.parse(row.mustVisit) as MustVisitReason[],
    previous: JSON.parse(row.previous) as PreviousLine[],
  }))
}
export type TaskToPrint = Awaited<ReturnType<typeof listTasksToPrint>>[number]

export function listMembersToPrint(reader: Reader, of: PaperHouseholds) {
  return reader
    .selectFrom('person as p')
    .innerJoin('surveyTask as t', 't.householdId', 'p.householdId')
    .select(['p.householdId', 'p.name', 'p.idNumber', 'p.relation', 'p.birthDate', 'p.status'])
    .select([onList('deceased').as('isOnDeathList'), onList('payroll').as('isOnPayroll')])
    .where('t.roundId', '=', of.roundId)
    .where('t.villageCode', '=', of.villageCode)
    .where('p.status', 'in', ['registered', 'dead'])
    .orderBy('p.line')
    .orderBy('p.id')
    .execute()
}

export function listAccountsToPrint(reader: Reader, of: PaperHouseholds) {
  return reader
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .innerJoin('surveyTask as t', 't.householdId', 'p.householdId')
    .select(['p.householdId', 'a.id', 'a.holderName', 'a.accountNo', 'a.kind', 'a.bankName'])
    .where('t.roundId', '=', of.roundId)
    .where('t.villageCode', '=', of.villageCode)
    .where('a.status', '=', 'active')
    .orderBy('a.createdAt')
    .orderBy('a.id')
    .execute()
}

/** 承包地 by household, by the newest ledger of each village. */
export function listLandToPrint(reader: Reader, of: PaperHouseholds) {
  return reader
    .selectFrom('landRight as l')
    .innerJoin('person as p', 'p.idNumber', 'l.idNumber')
    .innerJoin('surveyTask as t', 't.householdId', 'p.householdId')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .where('t.roundId', '=', of.roundId)
    .where('t.villageCode', '=', of.villageCode)
    .where('b.undoneAt', 'is', null)
    .where(
      sql<boolean>`b.imported_at = (SELECT max(nb.imported_at) FROM land_right n JOIN list_batch nb ON nb.id = n.batch_id
        WHERE n.village_code = l.village_code AND nb.undone_at IS NULL)`,
    )
    .groupBy('p.householdId')
    .select((e) => [
      'p.householdId',
      e.fn.sum<number>('l.confirmedCentiMu').as('confirmedCentiMu'),
      e.fn.sum<number>('l.nonEligibleCentiMu').as('nonEligibleCentiMu'),
      e.fn.sum<number>('l.transferredOutCentiMu').as('transferredOutCentiMu'),
      e.fn.sum<number>('l.farmedForOthersCentiMu').as('farmedForOthersCentiMu'),
    ])
    .execute()
}

/** What the visits said of each line's area and whether it goes on; rivals that nobody decided say nothing. */
export function listVerifiedLines(reader: Reader, of: PaperHouseholds) {
  return reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyTask as t', 't.id', 'v.taskId')
    .select(['t.householdId', 'v.subject', 'v.field', 'v.value'])
    .where('t.roundId', '=', of.roundId)
    .where('t.villageCode', '=', of.villageCode)
    .where('v.field', 'in', ['line.areaMu', 'line.continues', 'line.account'])
    .where('v.conflict', '=', 0)
    .execute()
}

function onList(kind: 'deceased' | 'payroll') {
  return sql<0 | 1>`EXISTS (SELECT 1 FROM external_entry e JOIN list_batch b ON b.id = e.batch_id
    WHERE e.id_number = p.id_number AND e.kind = ${kind} AND e.ended_by IS NULL AND b.undone_at IS NULL)`
}
