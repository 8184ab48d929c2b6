import type { Day } from '../domain/day.ts'
import { sql } from 'kysely'
import type { ApplicationStatus } from '../domain/application-status.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'

/** 申报 — as stored; areas in 0.01 亩, money in fen. */
export interface StoredApplication {
  readonly id: string
  readonly programmeCode: string
  readonly year: number
  readonly termsId: string
  readonly villageCode: string
  readonly groupName: string
  readonly householdId: string | null
  readonly beneficiaryId: string
  readonly payeeId: string
  readonly accountId: string
  readonly areaCentiMu: number
  /** How many of the programme's own unit, in hundredths; null where it is paid by land. */
  readonly quantityCenti: number | null
  readonly rateYuan: string | null
  readonly amountFen: number
  readonly previousAreaCentiMu: number | null
  readonly previousPrintedFen: number | null
  readonly previousAmountFen: number | null
  readonly rosterLineId: string | null
  /** The months of the year it pays; null where its quantity names none. */
  readonly monthFrom: number | null
  readonly monthTo: number | null
  /** 受理日 of one opened by hand. */
  readonly acceptedOn: Day | null
  /** JSON of the steps its amount is the sum of (`AmountStep`); `[]` where there are none. */
  readonly steps: string
  readonly status: ApplicationStatus
  readonly version: number
  readonly enteredBy: string
  readonly enteredAt: string
}

/** A programme's year, the unit most steps work on. */
export interface Period {
  readonly programmeCode: string
  readonly year: number
}

export async function getApplication(reader: Reader, id: string): Promise<StoredApplication> {
  const row = await reader.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '申报记录' })
  return row as StoredApplication
}

/** Somebody's application of a period that was not withdrawn, declined or ended. */
export function findStandingApplication(
  reader: Reader,
  { programmeCode, year }: Period,
  personId: string,
): Promise<{ id: string } | undefined> {
  return reader
    .selectFrom('application')
    .select('id')
    .where('programmeCode', '=', programmeCode)
    .where('year', '=', year)
    .where('beneficiaryId', '=', personId)
    .where('status', 'not in', ['withdrawn', 'declined', 'stopped', 'settled'])
    .limit(1)
    .executeTakeFirst()
}

/** Saves values of a record with its next version, only where nobody else has changed it since it was read. */
export async function saveApplication<R extends Pick<StoredApplication, 'id' | 'version'>, V extends Changed>(
  writer: Writer,
  read: R,
  values: V,
): Promise<R & V> {
  const version = read.version + 1
  const result = await writer
    .updateTable('application')
    .set({ ...values, version })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '申报记录' })
  return { ...read, ...values, version }
}

type Changed = Partial<Omit<StoredApplication, 'id' | 'version'>>

/** Opens records in bulk, each with its first step on the trail, its applied figure, and who entered it. */
export function insertApplications(
  writer: Writer,
  applications: readonly StoredApplication[],
  opening: { step: string; reason: string; by: string; at: string },
): void {
  const { step, reason, by, at } = opening
  insertRows(writer, 'application', applications)
  insertRows(
    writer,
    'application_step',
    applications.map(({ id, status }) => ({
      applicationId: id,
      step,
      fromStatus: null,
      toStatus: status,
      reason,
      byUser: by,
      at,
    })),
  )
  insertRows(
    writer,
    'application_editor',
    applications.map(({ id }) => ({ applicationId: id, userId: by, what: 'entry' })),
  )
  insertRows(
    writer,
    'application_figure',
    applications.map(({ id, areaCentiMu, quantityCenti, amountFen }) => ({
      applicationId: id,
      stage: 'applied',
      quantityCenti: quantityCenti ?? areaCentiMu,
      amountFen,
      reasonCode: '',
      basis: reason,
      at,
      byUser: by,
    })),
  )
}

export async function recordStep(
  writer: Writer,
  step: {
    applicationId: string
    step: string
    fromStatus: string | null
    toStatus: string
    reason: string
    byUser: string
    at: string
  },
): Promise<void> {
  await writer.insertInto('applicationStep').values(step).execute()
}

/** Remembers who entered a record or changed its account: they may never review it. */
export async function recordEditor(
  writer: Writer,
  applicationId: string,
  userId: string,
  what: 'entry' | 'account',
): Promise<void> {
  await writer
    .insertInto('applicationEditor')
    .values({ applicationId, userId, what })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listEditors(reader: Reader, applicationId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('applicationEditor')
    .select('userId')
    .where('applicationId', '=', applicationId)
    .execute()
  return rows.map((row) => row.userId)
}

export function listSteps(reader: Reader, applicationId: string) {
  return reader
    .selectFrom('applicationStep')
    .selectAll()
    .where('applicationId', '=', applicationId)
    .orderBy('id')
    .execute()
}

export interface StatusSum {
  readonly villageCode: string
  readonly status: ApplicationStatus
  readonly rows: number
  readonly people: number
  readonly households: number
  readonly areaCentiMu: number
  readonly amountFen: number
}

/** Sums by village and status, counted by the database; people and households are distinct within each. */
export async function sumByVillageAndStatus(
  reader: Reader,
  period: Period,
  scope: Scope,
): Promise<StatusSum[]> {
  const rows = await inScope(reader, period, scope)
    .select((e) => [
      'villageCode',
      'status',
      e.fn.countAll<number>().as('rows'),
      e.fn.count<number>('beneficiaryId').distinct().as('people'),
      e.fn.count<number>(e.fn.coalesce('householdId', 'beneficiaryId')).distinct().as('households'),
      e.fn.sum<number>('areaCentiMu').as('areaCentiMu'),
      e.fn.sum<number>('amountFen').as('amountFen'),
    ])
    .groupBy(['villageCode', 'status'])
    .execute()
  return rows as StatusSum[]
}

/** Distinct people and households over some statuses of the whole period. */
export async function countDistinct(
  reader: Reader,
  period: Period,
  scope: Scope,
  statuses?: readonly ApplicationStatus[],
): Promise<{ people: number; households: number }> {
  let query = inScope(reader, period, scope)
  if (statuses !== undefined) query = query.where('status', 'in', [...statuses])
  const row = await query
    .select((e) => [
      e.fn.count<number>('beneficiaryId').distinct().as('people'),
      e.fn.count<number>(e.fn.coalesce('householdId', 'beneficiaryId')).distinct().as('households'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** Grows whenever something the checks look at has changed. */
export async function readDataMark(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('dataMark')
    .select('value')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
  return row.value
}

export async function raiseDataMark(writer: Writer): Promise<void> {
  await writer
    .updateTable('dataMark')
    .set({ value: sql`value + 1` })
    .where('id', '=', 1)
    .execute()
}

export function inScope(reader: Reader, period: Period, scope: Scope) {
  let query = reader
    .selectFrom('application')
    .where('application.programmeCode', '=', period.programmeCode)
    .where('application.year', '=', period.year)
  if (scope.villages !== 'all') query = query.where('application.villageCode', 'in', [...scope.villages])
  if (scope.programmes !== 'all')
    query = query.where('application.programmeCode', 'in', [...scope.programmes])
  return query
}
