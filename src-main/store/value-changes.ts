import type { Reader, Writer } from './reader.ts'

export type ChangedEntity = 'person' | 'household' | 'account' | 'application' | 'parcel' | 'landTransfer'

/** 变更留痕 — one value as it stood and as it stands, who changed it, why, and where the new one comes from. */
export interface ValueChange {
  readonly entity: ChangedEntity
  readonly entityId: string
  readonly field: string
  readonly oldValue: string | null
  readonly newValue: string | null
  readonly reason: string
  readonly changedBy: string
  readonly changedAt: string
  readonly batchId: string | null
  readonly line: number | null
  readonly eventId: string | null
  readonly source: string
  readonly sourceId: string | null
}

/** The only door to the history of values. */
export async function recordValueChange(writer: Writer, change: ValueChange): Promise<void> {
  await writer.insertInto('valueChange').values(change).execute()
}

/** 字段版本 — the last change of every field that was ever changed; a field not named here never was. */
export async function readFieldVersions(
  reader: Reader,
  entity: ChangedEntity,
  entityId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('valueChange')
    .select((e) => ['field', e.fn.max<number>('id').as('version')])
    .where('entity', '=', entity)
    .where('entityId', '=', entityId)
    .groupBy('field')
    .execute()
  return new Map(rows.map((row) => [row.field, row.version]))
}

/** The same for several things of one kind, as objects for the page. */
export async function readVersionsOf(
  reader: Reader,
  entity: ChangedEntity,
  things: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const rows = await reader
    .selectFrom('valueChange')
    .select((e) => ['entityId', 'field', e.fn.max<number>('id').as('version')])
    .where('entity', '=', entity)
    .where(
      'entityId',
      'in',
      things.map(({ id }) => id),
    )
    .groupBy(['entityId', 'field'])
    .execute()
  const byThing = Map.groupBy(rows, (row) => row.entityId)
  return new Map(
    [...byThing].map(([id, own]) => [id, Object.fromEntries(own.map((row) => [row.field, row.version]))]),
  )
}

/**
 * What stood in a field before this source – a round – changed it, since anybody else changed it last; undefined where
 * it never did.
 */
export async function findValueBefore(
  reader: Reader,
  { entity, entityId, field }: Pick<ValueChange, 'entity' | 'entityId' | 'field'>,
  sourceId: string,
): Promise<{ readonly value: string | null } | undefined> {
  const rows = await reader
    .selectFrom('valueChange')
    .select(['oldValue', 'sourceId'])
    .where('entity', '=', entity)
    .where('entityId', '=', entityId)
    .where('field', '=', field)
    .orderBy('id', 'desc')
    .execute()
  const others = rows.findIndex((row) => row.sourceId !== sourceId)
  const first = (others === -1 ? rows : rows.slice(0, others)).at(-1)
  return first && { value: first.oldValue }
}
