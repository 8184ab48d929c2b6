import { type Expression, expressionBuilder, type Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type { ExportPackageTable, RecipientTable } from './schema/export-package-tables.ts'
import type { Schema } from './schema/schema.ts'

export type NewExportPackage = Insertable<ExportPackageTable>

/** 报送包 — as stored; its bytes lie in the vault. */
export type StoredExportPackage = Awaited<ReturnType<typeof listExportPackages>>[number]

export function listRecipients(reader: Reader) {
  return reader.selectFrom('recipient').selectAll().orderBy('addedAt').execute()
}

export async function getRecipient(reader: Reader, recipientId: string) {
  const row = await reader
    .selectFrom('recipient')
    .selectAll()
    .where('id', '=', recipientId)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('package.recipient-missing', { recipient: '' })
  return row
}

export async function insertRecipient(writer: Writer, recipient: Insertable<RecipientTable>): Promise<void> {
  await writer.insertInto('recipient').values(recipient).execute()
}

interface ToPack {
  readonly scope: Scope
  readonly villageCodes: readonly string[] | null
  /** Whether the programme is posted: then what was concluded leaves, else what was approved. */
  readonly posted: boolean
}

/** One line of a package with everybody it names, ready to leave; without a notice where the programme is never posted. */
export function listLinesToPack(reader: Reader, period: Period, { scope, villageCodes, posted }: ToPack) {
  let query = reader
    .selectFrom('application as a')
    .leftJoin('publicity as p', (join) =>
      join.on((e) => (posted ? e('p.id', '=', newestConcluded(e.ref('a.id'))) : e(e.val(1), '=', e.val(0)))),
    )
    .leftJoin('publicityLine as l', (join) =>
      join.onRef('l.publicityId', '=', 'p.id').onRef('l.applicationId', '=', 'a.id'),
    )
    .innerJoin('division as d', 'd.code', 'a.villageCode')
    .innerJoin('person as b', 'b.id', 'a.beneficiaryId')
    .innerJoin('person as y', 'y.id', 'a.payeeId')
    .innerJoin('account as k', 'k.id', 'a.accountId')
    .leftJoin('household as h', 'h.id', 'a.householdId')
    .leftJoin('person as o', 'o.id', 'h.householderId')
    .select([
      'a.id',
      'a.version',
      'a.villageCode',
      'a.groupName',
      'a.areaCentiMu',
      'a.quantityCenti',
      'a.monthFrom',
      'a.monthTo',
      'a.steps',
      'a.rateYuan',
      'a.amountFen',
      'a.householdId',
      'a.beneficiaryId',
      'b.name as beneficiaryName',
      'b.idNumber as beneficiaryIdNumber',
      'y.name as payeeName',
      'y.idNumber as payeeIdNumber',
      'k.accountNo',
      'k.bankName',
      'h.householdNo',
      'o.name as householderName',
      'o.idNumber as householderIdNumber',
      'p.id as publicityId',
      'l.lineNo',
      'l.amountFen as publicityAmountFen',
      'l.areaCentiMu as publicityAreaCentiMu',
      'd.name as villageName',
      'p.serial',
      'p.edition',
      'p.postedOn',
      'p.lastDay',
      'p.printedSha256',
    ])
    .leftJoin('applicationFigure as f', (join) =>
      join.onRef('f.applicationId', '=', 'a.id').on('f.stage', '=', 'applied'),
    )
    .select(['f.quantityCenti as appliedQuantityCenti', 'f.amountFen as appliedAmountFen'])
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('a.status', '=', posted ? 'publicized' : 'approved')
  if (scope.villages !== 'all') query = query.where('a.villageCode', 'in', [...scope.villages])
  if (villageCodes !== null) query = query.where('a.villageCode', 'in', [...villageCodes])
  return query.orderBy('a.villageCode').orderBy('a.id').execute()
}

/** A record taken back after its days were over has hung on a wall more than once; what counts is the last time. */
function newestConcluded(applicationId: Expression<string>) {
  return expressionBuilder<Schema>()
    .selectFrom('publicityLine as pl')
    .innerJoin('publicity as pp', 'pp.id', 'pl.publicityId')
    .select((e) => e.fn.max<string>('pp.id').as('id'))
    .where('pl.applicationId', '=', applicationId)
    .where('pp.status', '=', 'concluded')
}

export type LineToPack = Awaited<ReturnType<typeof listLinesToPack>>[number]

/** Who approved each record last, and when. */
export async function listApprovals(
  reader: Reader,
  period: Period,
): Promise<ReadonlyMap<string, { by: string; at: string }>> {
  const rows = await reader
    .selectFrom('applicationStep as s')
    .innerJoin('application as a', 'a.id', 's.applicationId')
    .innerJoin('user as u', 'u.id', 's.byUser')
    .select(['s.applicationId', 'u.displayName as by', 's.at'])
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('s.step', '=', 'approve')
    .orderBy('s.id')
    .execute()
  return new Map(rows.map((row) => [row.applicationId, { by: row.by, at: row.at }]))
}

export async function insertExportPackage(
  writer: Writer,
  built: NewExportPackage,
  lines: readonly { applicationId: string; amountFen: number }[],
): Promise<void> {
  await writer.insertInto('exportPackage').values(built).execute()
  insertRows(
    writer,
    'package_application',
    lines.map((line) => ({ packageId: built.id, ...line })),
  )
}

export function listExportPackages(reader: Reader) {
  return packages(reader).orderBy('e.builtAt', 'desc').execute()
}

export async function getExportPackage(reader: Reader, packageId: string): Promise<StoredExportPackage> {
  const row = await packages(reader).where('e.id', '=', packageId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '报送包' })
  return row
}

function packages(reader: Reader) {
  return reader
    .selectFrom('exportPackage as e')
    .innerJoin('recipient as r', 'r.id', 'e.recipientId')
    .innerJoin('user as b', 'b.id', 'e.builtBy')
    .leftJoin('user as s', 's.id', 'e.releasedBy')
    .selectAll('e')
    .select([
      'r.name as recipientName',
      'r.ageRecipient',
      'b.displayName as builtByName',
      's.displayName as releasedByName',
    ])
}

/** Money and rows of a package's applications by village, beside what was posted there. */
export function sumPackageByVillage(reader: Reader, packageId: string) {
  return reader
    .selectFrom('packageApplication as x')
    .innerJoin('exportPackage as k', 'k.id', 'x.packageId')
    .innerJoin('application as a', 'a.id', 'x.applicationId')
    .innerJoin('division as d', 'd.code', 'a.villageCode')
    .leftJoin('publicity as p', (join) =>
      join.on((e) =>
        e('p.id', '=', newestConcluded(e.ref('a.id')).where('pp.concludedAt', '<=', e.ref('k.builtAt'))),
      ),
    )
    .leftJoin('publicityLine as l', (join) =>
      join.onRef('l.publicityId', '=', 'p.id').onRef('l.applicationId', '=', 'a.id'),
    )
    .select((e) => [
      'a.villageCode',
      'd.name as villageName',
      e.fn.countAll<number>().as('rows'),
      e.fn.count<number>('a.beneficiaryId').distinct().as('people'),
      e.fn.count<number>(e.fn.coalesce('a.householdId', 'a.beneficiaryId')).distinct().as('households'),
      e.fn.sum<number>('a.areaCentiMu').as('areaCentiMu'),
      e.fn.sum<number>('x.amountFen').as('amountFen'),
      e.fn.sum<number | null>('l.amountFen').as('publicityFen'),
      e.fn.max('p.serial').as('serial'),
    ])
    .where('x.packageId', '=', packageId)
    .groupBy(['a.villageCode', 'd.name'])
    .orderBy('a.villageCode')
    .execute()
}

export async function listPackagedApplications(reader: Reader, packageId: string) {
  return reader
    .selectFrom('packageApplication as x')
    .innerJoin('application as a', 'a.id', 'x.applicationId')
    .select(['a.id', 'a.version', 'a.status', 'a.amountFen', 'x.amountFen as packedFen'])
    .select((e) =>
      e
        .selectFrom('applicationStep as s')
        .select('s.fromStatus')
        .whereRef('s.applicationId', '=', 'a.id')
        .where('s.toStatus', '=', 'packaged')
        .orderBy('s.id', 'desc')
        .limit(1)
        .as('packedFrom'),
    )
    .where('x.packageId', '=', packageId)
    .orderBy('a.id')
    .execute()
}

/** The newest released package of a recipient and kind: what the next one follows. */
export function findLastInSequence(reader: Reader, recipientId: string, kind: string) {
  return reader
    .selectFrom('exportPackage')
    .select(['sequence', 'tagmanifestSha256'])
    .where('recipientId', '=', recipientId)
    .where('kind', '=', kind)
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function savePackage(
  writer: Writer,
  packageId: string,
  from: 'built' | 'released',
  changes: Partial<NewExportPackage>,
): Promise<void> {
  const result = await writer
    .updateTable('exportPackage')
    .set(changes)
    .where('id', '=', packageId)
    .where('status', '=', from)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '报送包' })
}

export async function hasReleasedBatch(
  reader: Reader,
  period: Period,
  recipientId: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('exportPackage')
    .select('id')
    .where('programmeCode', '=', period.programmeCode)
    .where('year', '=', period.year)
    .where('recipientId', '=', recipientId)
    .where('status', '=', 'released')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
