import type { ExtractDefinition } from '../domain/extract-definition.ts'
import {
  listDefinitions,
  removeDefinition as remove,
  saveDefinition as save,
} from '../store/extract-definition-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { refuseBroken } from './read-extract.ts'
import { trace } from './trace.ts'

/** 取数方案 — everybody's, by name; what each finds is decided by who asks. */
export async function showDefinitions(ctx: QueryContext) {
  const kept = await listDefinitions(ctx.reader)
  return kept.map(({ id, name, definition, savedBy, savedByName, savedAt }) => ({
    definitionId: id,
    name,
    definition: JSON.parse(definition) as ExtractDefinition,
    savedBy: savedByName,
    savedAt,
    isOwn: savedBy === ctx.actor.userId,
  }))
}

export async function saveDefinition(
  ctx: CommandContext,
  { name, definition }: { name: string; definition: ExtractDefinition },
): Promise<{ definitionId: string }> {
  refuseBroken(ctx, definition)
  const kept = { id: ctx.newId(), name, definition: JSON.stringify(definition) }
  const saved = { savedBy: ctx.actor.userId, savedAt: ctx.now().toISOString() }
  const definitionId = await save(ctx.writer, { ...kept, ...saved })
  await trace(ctx, 'extract.save-definition', definitionId, {})
  return { definitionId }
}

export async function removeDefinition(
  ctx: CommandContext,
  { definitionId }: { definitionId: string },
): Promise<{ ok: true }> {
  await remove(ctx.writer, definitionId, ctx.actor.userId)
  await trace(ctx, 'extract.remove-definition', definitionId, {})
  return { ok: true }
}
