import { Problem } from '../domain/problem.ts'
import { type ChangedEntity, readFieldVersions, recordValueChange } from '../store/value-changes.ts'
import type { CommandContext } from './context.ts'

/** 依据 — why values change and where the new ones come from; kept with every single one of them. */
export interface ChangeWhy {
  readonly reason: string
  /** 来源 in a clerk's words (“2026 年耕地摸底 入户”); empty for what was typed on the household page. */
  readonly source?: string
  /** The round, workbook or package those words stand for. */
  readonly sourceId?: string
  readonly eventId?: string
  readonly batchId?: string
  readonly line?: number
}

type Value = string | number | null
type Values = Readonly<Record<string, Value | undefined>>

/** Keeps what stood before, field by field, for those that differ. Answers their names. */
export async function recordChanges(
  ctx: CommandContext,
  of: { readonly entity: ChangedEntity; readonly entityId: string },
  before: Values,
  after: Values,
  why: ChangeWhy,
): Promise<string[]> {
  const changed = Object.keys(after).filter(
    (field) => after[field] !== undefined && after[field] !== before[field],
  )
  for (const field of changed) {
    await recordValueChange(ctx.writer, {
      ...of,
      field,
      oldValue: textOf(before[field]),
      newValue: textOf(after[field]),
      reason: why.reason,
      changedBy: ctx.actor.userId,
      changedAt: ctx.now().toISOString(),
      batchId: why.batchId ?? null,
      line: why.line ?? null,
      eventId: why.eventId ?? null,
      source: why.source ?? '',
      sourceId: why.sourceId ?? null,
    })
  }
  return changed
}

/** Refuses a field somebody else has changed since it was read; other fields of the same thing may have changed. */
export async function refuseChangedSince(
  ctx: CommandContext,
  of: { readonly entity: ChangedEntity; readonly entityId: string },
  fields: readonly string[],
  seen: Readonly<Record<string, number>> | undefined,
): Promise<void> {
  if (seen === undefined) return
  const versions = await readFieldVersions(ctx.writer, of.entity, of.entityId)
  const changed = fields.filter((field) => (versions.get(field) ?? 0) !== (seen[field] ?? 0))
  if (changed.length > 0) throw new Problem('register.value-changed', { changed })
}

function textOf(value: Value | undefined): string | null {
  return value === undefined || value === null ? null : String(value)
}
