import { type FieldChange } from '../domain/field-change.ts'
import { idTail } from '../domain/id-number.ts'
import { type ListKind, listKindTerms } from '../domain/list-kind.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listVillages } from '../store/division-queries.ts'
import { getImport, listGone, type ListImport, listImports } from '../store/import-queries.ts'
import type { QueryContext } from './context.ts'
import type { ListPlan } from './list-plan.ts'

/** 导入记录 — newest first, also those that were undone. */
export async function showImports(ctx: QueryContext) {
  return (await listImports(ctx.reader))
    .filter((one) => isOwnBusiness(ctx, one))
    .map((one) => toImportView(one, ctx))
}

/** One import with how it was understood and what it found; `canUndo` says whether this person may take it back. */
export async function showImport(ctx: QueryContext, input: { importId: string }) {
  const one = await getOwnImport(ctx, input.importId)
  const plan = JSON.parse(one.mapping) as Partial<ListPlan>
  const { fields } = listKindTerms[one.kind]
  return {
    ...toImportView(one, ctx),
    mapping: (plan.sheets ?? []).map(({ sheet, headerFrom, headerTo, fields: columns, constants }, at) => ({
      ...{ sheet, headerFrom, headerTo },
      columns: columns.flatMap((key, index) => {
        const label = fields.find((field) => field.key === key)?.label
        return label === undefined ? [] : [{ header: headersOf(one, at)[index] ?? '', label }]
      }),
      constants: Object.entries(constants).map(([key, text]) => ({
        label: fields.find((field) => field.key === key)?.label ?? key,
        text,
      })),
    })),
  }
}

function headersOf(one: ListImport, at: number): string[] {
  return JSON.parse(one.batches[at]?.headers ?? '[]') as string[]
}

interface GoneInput {
  readonly importId: string
  readonly from: number
  readonly limit: number
}

/** Who was missing from the list when it was imported. */
export async function showGone(ctx: QueryContext, input: GoneInput) {
  const one = await getOwnImport(ctx, input.importId)
  const villages = new Map(
    (await listVillages(ctx.reader)).map(({ code, name }) => [code, villageTitle(name)]),
  )
  const rows = await listGone(ctx.reader, input.importId, input)
  return {
    rows: rows.map(({ position, name, idNumber, villageCode, facts, ended }) => ({
      ...{ key: String(position), name, idTail: idTail(idNumber), ended: ended === 1 },
      village: villages.get(villageCode ?? '') ?? '',
      changes: (JSON.parse(facts) as [string, string][])
        .filter(([label, text]) => text !== '' && label !== '姓名' && label !== '村')
        .map(([label, from]): FieldChange => ({ label, from, to: '' })),
    })),
    total: one.gone,
  }
}

/** Lists of some programmes' people are the business of those who work on these. */
export async function getOwnImport(ctx: QueryContext, importId: string): Promise<ListImport> {
  const one = await getImport(ctx.reader, importId)
  return isOwnBusiness(ctx, one) ? one : getImport(ctx.reader, '')
}

function isOwnBusiness(
  { scope }: QueryContext,
  { kind, programmeCode }: { kind: ListKind; programmeCode: string | null },
) {
  const { serves = [] } = listKindTerms[kind]
  const isServed = serves.length === 0 || serves.some((code) => inScopeOf(scope, { programmeCode: code }))
  return isServed && (programmeCode === null || inScopeOf(scope, { programmeCode }))
}

export function toImportView(one: ListImport, ctx: Pick<QueryContext, 'actor' | 'scope'>) {
  const sum = (key: 'lines' | 'accepted' | 'rejected' | 'warned' | 'skipped') =>
    one.batches.reduce((total, batch) => total + batch[key], 0)
  const areaCentiMu = one.batches.reduce((total, batch) => total + (batch.areaCentiMu ?? 0), 0)
  const amountFen = one.batches.reduce((total, batch) => total + (batch.amountFen ?? 0), 0)
  const { year, month, programmeCode, asOf, added, changed, same, gone, goneChoice } = one
  const isOwn = one.importedBy === ctx.actor.userId
  return {
    ...{ importId: one.id, kind: one.kind, kindLabel: listKindTerms[one.kind].label, fileName: one.fileName },
    ...{ year, month, programmeCode, asOf },
    sheets: one.batches.map(({ sheet, lines, accepted, rejected, warned, skipped }) => ({
      sheet,
      counts: { lines, accepted, rejected, warned, skipped },
    })),
    counts: {
      ...{ lines: sum('lines'), accepted: sum('accepted'), rejected: sum('rejected') },
      ...{ warned: sum('warned'), skipped: sum('skipped') },
    },
    difference: { added, changed, same, gone },
    goneChoice,
    sums: one.batches.some((batch) => batch.amountFen !== null) ? { areaCentiMu, amountFen } : null,
    ...{ importedBy: one.importedByName, importedAt: one.importedAt, isOwn },
    undone:
      one.undoneAt === null
        ? null
        : { by: one.undoneByName ?? '', at: one.undoneAt, reason: one.undoReason ?? '' },
    canUndo: one.undoneAt === null && (isOwn || ctx.scope.villages === 'all'),
  }
}
