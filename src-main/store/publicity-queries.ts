import { type Expression, expressionBuilder, type Insertable } from 'kysely'
import type { ObjectionOutcome } from '../domain/objection.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type { Schema } from './schema/schema.ts'
import type { PublicityEvidenceTable, PublicityLineTable, PublicityTable } from './schema/publicity-tables.ts'

export type NewPublicity = Insertable<PublicityTable>
export type PublicityLineRow = Insertable<PublicityLineTable>
export type EvidenceRow = Insertable<PublicityEvidenceTable>

/** 公示 — as stored; the lines lie beside it. */
export interface StoredPublicity {
  readonly id: string
  readonly serial: string
  readonly edition: number
  readonly programmeCode: string
  readonly year: number
  readonly villageCode: string
  readonly villageName: string
  readonly termsId: string
  readonly status: 'frozen' | 'posted' | 'concluded' | 'withdrawn'
  readonly version: number
  readonly document: string
  readonly frozenHash: string
  readonly lines: number
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly frozenBy: string
  readonly frozenAt: string
  readonly postedOn: string | null
  readonly postedPlace: string | null
  readonly postedBy: string | null
  readonly lastDay: string | null
  readonly printedSha256: string | null
  readonly concludedBy: string | null
  readonly concludedAt: string | null
  readonly withdrawnReason: string | null
  readonly evidence: number
  readonly openObjections: number
  readonly dismissedObjections: number
  readonly upheldObjections: number
}

/** An approved application as a notice needs it, before masking. */
export interface LineToPost {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly groupName: string
  readonly householdId: string | null
  readonly name: string
  readonly idNumber: string
  readonly areaCentiMu: number
  /** Null where it is paid by land. */
  readonly quantityCenti: number | null
  readonly amountFen: number
  readonly rateYuan: string | null
  readonly monthFrom: number | null
  readonly monthTo: number | null
  readonly steps: string
}

/** Approved and not yet posted, by group and in the order they were entered. */
export async function listLinesToPost(
  reader: Reader,
  period: Period,
  villageCode: string,
): Promise<LineToPost[]> {
  const rows = await postable(reader)
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('a.villageCode', '=', villageCode)
    .where('a.status', '=', 'approved')
    .execute()
  return rows.toSorted(byGroup)
}

/** The applications of a publicity as they are today, by line number. */
export async function listLinesNow(
  reader: Reader,
  publicityId: string,
): Promise<(LineToPost & { lineNo: number })[]> {
  return postable(reader)
    .innerJoin('publicityLine as l', 'l.applicationId', 'a.id')
    .select('l.lineNo')
    .where('l.publicityId', '=', publicityId)
    .orderBy('l.lineNo')
    .execute()
}

function postable(reader: Reader) {
  return reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .select([
      'a.id',
      'a.version',
      'a.status',
      'a.groupName',
      'a.householdId',
      'p.name',
      'p.idNumber',
      'a.areaCentiMu',
      'a.quantityCenti',
      'a.amountFen',
      'a.rateYuan',
      'a.monthFrom',
      'a.monthTo',
      'a.steps',
    ])
}

function byGroup(a: LineToPost, b: LineToPost): number {
  const numberOf = (group: string) => Number(/^\d+/.exec(group)?.[0] ?? Number.MAX_SAFE_INTEGER)
  return (
    numberOf(a.groupName) - numberOf(b.groupName) ||
    a.groupName.localeCompare(b.groupName) ||
    (a.id < b.id ? -1 : 1)
  )
}

export async function nextSerial(reader: Reader, year: number): Promise<string> {
  const { count } = await reader
    .selectFrom('publicity')
    .select((e) => e.fn.count<number>('serial').distinct().as('count'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return `${String(year)}-${String(count + 1).padStart(3, '0')}`
}

export async function insertPublicity(
  writer: Writer,
  publicity: NewPublicity,
  lines: readonly PublicityLineRow[],
): Promise<void> {
  await writer.insertInto('publicity').values(publicity).execute()
  insertRows(writer, 'publicity_line', lines)
}

export async function listPublicities(
  reader: Reader,
  period: Period,
  scope: Scope,
): Promise<StoredPublicity[]> {
  let query = publicities(reader)
    .where('p.programmeCode', '=', period.programmeCode)
    .where('p.year', '=', period.year)
  if (scope.villages !== 'all') query = query.where('p.villageCode', 'in', [...scope.villages])
  if (scope.programmes !== 'all') query = query.where('p.programmeCode', 'in', [...scope.programmes])
  return query.orderBy('p.serial').orderBy('p.edition').execute()
}

export async function getPublicity(reader: Reader, publicityId: string): Promise<StoredPublicity> {
  const row = await publicities(reader).where('p.id', '=', publicityId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '公示' })
  return row
}

/** By what stands on the paper; whoever reads it asks whether they may see it. */
export function findPublicityBySerial(
  reader: Reader,
  serial: string,
  edition: number,
): Promise<StoredPublicity | undefined> {
  return publicities(reader)
    .where('p.serial', '=', serial)
    .where('p.edition', '=', edition)
    .executeTakeFirst()
}

function publicities(reader: Reader) {
  return reader
    .selectFrom('publicity as p')
    .innerJoin('division as d', 'd.code', 'p.villageCode')
    .selectAll('p')
    .select('d.name as villageName')
    .select((e) =>
      e
        .selectFrom('publicityEvidence as v')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('v.publicityId', '=', 'p.id')
        .as('evidence'),
    )
    .select((e) => [
      objectionsWith(e.ref('p.id'), null).as('openObjections'),
      objectionsWith(e.ref('p.id'), 'dismissed').as('dismissedObjections'),
      objectionsWith(e.ref('p.id'), 'upheld').as('upheldObjections'),
    ])
    .$narrowType<{
      evidence: number
      openObjections: number
      dismissedObjections: number
      upheldObjections: number
    }>()
}

function objectionsWith(publicityId: Expression<string>, outcome: ObjectionOutcome | null) {
  return expressionBuilder<Schema>()
    .selectFrom('objection as ob')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('ob.publicityId', '=', publicityId)
    .where('ob.outcome', 'is', outcome)
}

export function listPublicityLines(reader: Reader, publicityId: string) {
  return reader
    .selectFrom('publicityLine')
    .selectAll()
    .where('publicityId', '=', publicityId)
    .orderBy('lineNo')
    .execute()
}

export function listEvidence(reader: Reader, publicityId: string) {
  return reader
    .selectFrom('publicityEvidence as v')
    .innerJoin('user as u', 'u.id', 'v.addedBy')
    .innerJoin('vaultFile as f', 'f.sha256', 'v.fileSha256')
    .selectAll('v')
    .select(['u.displayName as addedByName', 'f.extension'])
    .where('v.publicityId', '=', publicityId)
    .orderBy('v.addedAt')
    .execute()
}

export async function insertEvidence(writer: Writer, evidence: EvidenceRow): Promise<void> {
  await writer.insertInto('publicityEvidence').values(evidence).execute()
}

/** Saves only where nobody else has changed the publicity since it was read. */
export async function savePublicity(
  writer: Writer,
  read: { id: string; version: number },
  changes: Partial<Omit<NewPublicity, 'id' | 'version'>>,
): Promise<number> {
  const version = read.version + 1
  const result = await writer
    .updateTable('publicity')
    .set({ ...changes, version })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '公示' })
  return version
}
