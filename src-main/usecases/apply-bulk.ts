import type { BulkCell, BulkEntity, BulkLine } from '../domain/bulk-change.ts'
import type { AccountField, HouseholdField, PersonField } from '../domain/register-fields.ts'
import { Problem } from '../domain/problem.ts'
import {
  countChangedSince,
  getBulkEdit,
  insertBulkEdit,
  listBulkEdits,
  listBulkValues,
  markBulkUndone,
} from '../store/bulk-queries.ts'
import { readNames } from '../store/history-queries.ts'
import { fieldLabel } from '../wording/register-labels.ts'
import { changeAccount } from './change-account.ts'
import { changeHousehold } from './change-household.ts'
import { changePerson } from './change-person.ts'
import type { CommandContext, JobContext, QueryContext } from './context.ts'
import { type BulkSource, judgeSource, shownBulk, wrongOf } from './preview-bulk.ts'
import type { ChangeWhy } from './record-changes.ts'
import { trace } from './trace.ts'

interface Applied {
  readonly source: BulkSource
  readonly reason: string
  readonly sha256: string
  readonly skipWrong: boolean
}

/** What one thing is changed to, field by field. */
interface EntityChange {
  readonly entity: BulkEntity
  readonly entityId: string
  readonly changes: Readonly<Record<string, string>>
}

/** 批量改 — exactly what was previewed, each value through the door single changes use, all in one transaction. */
export async function applyBulk(ctx: JobContext, input: Applied) {
  const bulkEditId = ctx.newId()
  return ctx.inTransaction(async (command) => {
    const judged = await judgeSource({ ...command, reader: command.writer }, input.source)
    if (judged.sha256 !== input.sha256) throw new Problem('bulk.changed-since-preview')
    const wrong = wrongOf(judged.lines)
    if (wrong > 0 && !input.skipWrong) throw new Problem('bulk.lines-wrong', { count: wrong })
    const cells = changingCells(judged.lines)
    if (cells.length === 0) throw new Problem('bulk.nothing-to-change')
    const why = { reason: input.reason, source: '批量改', sourceId: bulkEditId }
    await changeAll(ctx, command, byEntity(cells.map((cell) => ({ ...cell, value: cell.after }))), why)
    const fields = [...new Set(cells.map(({ field }) => field))]
    const people = peopleOf(judged.lines)
    await insertBulkEdit(
      command.writer,
      {
        ...{ id: bulkEditId, reason: input.reason, rows: people, fields: JSON.stringify(fields) },
        ...{ madeBy: ctx.actor.userId, madeAt: ctx.now().toISOString() },
      },
      cells.map(({ entity, entityId, field, before, after }) => ({
        ...{ entity, entityId, field, oldValue: before, newValue: after },
      })),
    )
    await trace(command, 'bulk.apply', bulkEditId, { fields, rows: people, edits: cells.length })
    const accountsToConfirm = cells.filter(({ field }) => field === 'accountNo' || field === 'bankName')
    return {
      ...{ bulkEditId, values: cells.length, people },
      accountsToConfirm: new Set(accountsToConfirm.map(({ entityId }) => entityId)).size,
    }
  })
}

/** 撤销批量改 — every value back, as long as nobody has touched one of them since; an account has to be checked again. */
export async function undoBulk(
  ctx: JobContext,
  { bulkEditId, reason }: { bulkEditId: string; reason: string },
): Promise<{ values: number }> {
  return ctx.inTransaction(async (command) => {
    const edit = await getBulkEdit(command.writer, bulkEditId)
    if (edit.madeBy !== ctx.actor.userId && ctx.scope.villages !== 'all')
      throw new Problem('permission.denied', { needs: 'importer' })
    if (edit.undoneAt !== null) throw new Problem('bulk.already-undone')
    const changedSince = await countChangedSince(command.writer, bulkEditId)
    if (changedSince > 0) throw new Problem('bulk.undo-depends', { count: changedSince })
    const values = await listBulkValues(command.writer, bulkEditId)
    const back = values.map(({ oldValue, ...value }) => ({ ...value, value: oldValue }))
    const why = { reason: `撤销批量改：${reason}`, source: '撤销批量改', sourceId: bulkEditId }
    await changeAll(ctx, command, byEntity(back), why)
    await markBulkUndone(command.writer, bulkEditId, {
      ...{ by: ctx.actor.userId, at: ctx.now().toISOString(), reason },
    })
    await trace(command, 'bulk.undo', bulkEditId, { edits: values.length })
    return { values: values.length }
  })
}

export async function showBulkEdits(ctx: QueryContext) {
  const edits = await listBulkEdits(ctx.reader)
  const seen = edits.filter(({ madeBy }) => ctx.scope.villages === 'all' || madeBy === ctx.actor.userId)
  return Promise.all(
    seen.map(async (edit) => ({
      bulkEditId: edit.id,
      reason: edit.reason,
      rows: edit.rows,
      fields: (JSON.parse(edit.fields) as string[]).map(fieldLabel),
      madeBy: edit.madeByName,
      madeAt: edit.madeAt,
      isOwn: edit.madeBy === ctx.actor.userId,
      undoneBy: edit.undoneByName,
      undoneAt: edit.undoneAt,
      undoneReason: edit.undoneReason,
      changedSince: edit.undoneAt === null ? await countChangedSince(ctx.reader, edit.id) : 0,
    })),
  )
}

export async function showBulkValues(ctx: QueryContext, { bulkEditId }: { bulkEditId: string }) {
  const edit = await getBulkEdit(ctx.reader, bulkEditId)
  if (ctx.scope.villages !== 'all' && edit.madeBy !== ctx.actor.userId)
    throw new Problem('record.not-found', { what: '批量改' })
  const values = await listBulkValues(ctx.reader, bulkEditId)
  const names = await readNames(
    ctx.reader,
    values.map(({ entityId }) => entityId),
  )
  return values.map(({ seq, entityId, field, oldValue, newValue }) => ({
    seq,
    whose: names.get(entityId)?.name ?? '（已不在库中）',
    field: fieldLabel(field),
    before: shownBulk(field, oldValue),
    after: shownBulk(field, newValue),
  }))
}

function changingCells(lines: readonly BulkLine[]): BulkCell[] {
  return lines.flatMap(({ rule, cells }) =>
    rule !== null || cells.some(({ state }) => state === 'wrong')
      ? []
      : cells.filter(({ state }) => state === 'change'),
  )
}

function peopleOf(lines: readonly BulkLine[]): number {
  const changing = lines.filter((line) => changingCells([line]).length > 0)
  return new Set(changing.map(({ person }) => person?.personId)).size
}

function byEntity(
  values: readonly {
    readonly entity: string
    readonly entityId: string
    readonly field: string
    readonly value: string
  }[],
): EntityChange[] {
  return [...Map.groupBy(values, ({ entityId }) => entityId)].map(([entityId, own]) => ({
    entity: (own[0]?.entity ?? 'person') as BulkEntity,
    entityId,
    changes: Object.fromEntries(own.map(({ field, value }) => [field, value])),
  }))
}

async function changeAll(
  ctx: JobContext,
  command: CommandContext,
  entities: readonly EntityChange[],
  why: ChangeWhy,
): Promise<void> {
  for (const [at, entity] of entities.entries()) {
    await changeOne(command, entity, why)
    if (at % 100 === 0) {
      ctx.progress('写入', at, entities.length)
      await ctx.breathe()
    }
  }
}

async function changeOne(
  command: CommandContext,
  { entity, entityId, changes }: EntityChange,
  why: ChangeWhy,
): Promise<void> {
  if (entity === 'person')
    await changePerson(command, {
      personId: entityId,
      changes: changes as Partial<Record<PersonField, string>>,
      why,
    })
  else if (entity === 'household')
    await changeHousehold(command, {
      householdId: entityId,
      changes: changes as Partial<Record<HouseholdField, string>>,
      why,
    })
  else
    await changeAccount(command, {
      accountId: entityId,
      changes: changes as Partial<Record<AccountField, string>>,
      why,
    })
}
