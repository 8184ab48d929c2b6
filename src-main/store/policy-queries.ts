import type { Insertable, Selectable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Reader, Writer } from './reader.ts'
import type { PolicyLineTable, PolicyListTable } from './schema/policy-tables.ts'

export type StoredPolicyList = Selectable<PolicyListTable>
export type StoredPolicyLine = Selectable<PolicyLineTable>

/** 版次 — every list of a year, newest first. */
export function listPolicyLists(reader: Reader, year: number): Promise<StoredPolicyList[]> {
  return reader
    .selectFrom('policyList')
    .selectAll()
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute()
}

export function findPolicyList(
  reader: Reader,
  year: number,
  status: 'draft' | 'in-force',
): Promise<StoredPolicyList | undefined> {
  return reader
    .selectFrom('policyList')
    .selectAll()
    .where('year', '=', year)
    .where('status', '=', status)
    .executeTakeFirst()
}

/** The list in force of the last year before this one that has one. */
export function findEarlierPolicyList(reader: Reader, year: number): Promise<StoredPolicyList | undefined> {
  return reader
    .selectFrom('policyList')
    .selectAll()
    .where('year', '<', year)
    .where('status', '=', 'in-force')
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function getPolicyList(reader: Reader, listId: string): Promise<StoredPolicyList> {
  const row = await reader.selectFrom('policyList').selectAll().where('id', '=', listId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '政策清单' })
  return row
}

/** Dropped lines are kept with their reason, and come last. */
export function listPolicyLines(reader: Reader, listId: string): Promise<StoredPolicyLine[]> {
  return reader
    .selectFrom('policyLine')
    .selectAll()
    .where('listId', '=', listId)
    .orderBy('dropped')
    .orderBy('position')
    .execute()
}

/** Whether the programme stands on the year's list in force. */
export async function isOnPolicyList(reader: Reader, programmeCode: string, year: number): Promise<boolean> {
  const row = await reader
    .selectFrom('policyLine as l')
    .innerJoin('policyList as p', 'p.id', 'l.listId')
    .select('l.programmeCode')
    .where('p.year', '=', year)
    .where('p.status', '=', 'in-force')
    .where('l.programmeCode', '=', programmeCode)
    .where('l.dropped', '=', 0)
    .executeTakeFirst()
  return row !== undefined
}

/** Codes that lists of any year or the catalogue have given to somebody already. */
export async function takenProgrammeCodes(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('programme')
    .select('code')
    .union(reader.selectFrom('policyLine').select('programmeCode as code'))
    .execute()
  return rows.map(({ code }) => code)
}

/** The next version of the year as a draft, in place of a draft that nobody decided on. */
export async function insertPolicyDraft(
  writer: Writer,
  draft: Omit<Insertable<PolicyListTable>, 'version' | 'status' | 'decidedBy' | 'decidedAt' | 'reason'>,
): Promise<number> {
  await writer
    .updateTable('policyList')
    .set({ status: 'superseded' })
    .where('year', '=', draft.year)
    .where('status', '=', 'draft')
    .execute()
  const latest = await writer
    .selectFrom('policyList')
    .select((e) => e.fn.max('version').as('version'))
    .where('year', '=', draft.year)
    .executeTakeFirst()
  const version = (latest?.version ?? 0) + 1
  await writer
    .insertInto('policyList')
    .values({ ...draft, version, status: 'draft', decidedBy: null, decidedAt: null })
    .execute()
  return version
}

export async function insertPolicyLines(
  writer: Writer,
  lines: readonly Insertable<PolicyLineTable>[],
): Promise<void> {
  for (const line of lines) await writer.insertInto('policyLine').values(line).execute()
}

/** Writes one line of a draft, new or in place of what it said before. */
export async function savePolicyLine(writer: Writer, line: Insertable<PolicyLineTable>): Promise<void> {
  await writer
    .insertInto('policyLine')
    .values(line)
    .onConflict((on) => on.columns(['listId', 'programmeCode']).doUpdateSet(line))
    .execute()
}

/** Decides on a draft; one that comes in force replaces the list of its year before it. */
export async function savePolicyDecision(
  writer: Writer,
  { id, year }: { readonly id: string; readonly year: number },
  decided: {
    readonly status: 'in-force' | 'withdrawn'
    readonly decidedBy: string
    readonly decidedAt: string
    readonly reason: string
  },
): Promise<void> {
  if (decided.status === 'in-force')
    await writer
      .updateTable('policyList')
      .set({ status: 'superseded' })
      .where('year', '=', year)
      .where('status', '=', 'in-force')
      .execute()
  await writer.updateTable('policyList').set(decided).where('id', '=', id).execute()
}

/** 所涉业务 — what of a programme and year is under way already. */
export async function countAffected(
  reader: Reader,
  year: number,
): Promise<ReadonlyMap<string, { readonly applications: number; readonly notices: number }>> {
  const [applications, notices] = await Promise.all([
    reader
      .selectFrom('application')
      .select((e) => ['programmeCode', e.fn.countAll<number>().as('count')])
      .where('year', '=', year)
      .groupBy('programmeCode')
      .execute(),
    reader
      .selectFrom('publicity')
      .select((e) => ['programmeCode', e.fn.countAll<number>().as('count')])
      .where('year', '=', year)
      .where('status', '<>', 'withdrawn')
      .groupBy('programmeCode')
      .execute(),
  ])
  const codes = new Set([...applications, ...notices].map(({ programmeCode }) => programmeCode))
  const of = (rows: typeof notices, code: string) =>
    Number(rows.find(({ programmeCode }) => programmeCode === code)?.count ?? 0)
  return new Map(
    [...codes].map((code) => [code, { applications: of(applications, code), notices: of(notices, code) }]),
  )
}
