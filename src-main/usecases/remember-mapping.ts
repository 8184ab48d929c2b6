import { sha256Hex } from '../crypto/digest.ts'
import type { ListKind } from '../domain/list-kind.ts'
import type { WordsByField } from '../domain/word-list.ts'
import { listMappings, saveMapping } from '../store/import-mappings.ts'
import type { Reader } from '../store/reader.ts'
import type { BookRead, BookTable, RememberedShape } from '../workbook/book-read.ts'
import type { CommandContext } from './context.ts'
import type { ListPlan } from './list-plan.ts'
import type { ListStage, RememberedNote } from './list-stage.ts'

/** What is kept of a mapping beside the words of the head it is for. */
interface KeptMapping {
  readonly from: number
  readonly to: number
  readonly fields: readonly (string | null)[]
  readonly said: WordsByField
}

interface ShapeWithWords extends RememberedShape, RememberedNote {
  readonly said: WordsByField
}

/** 表样摘要 — files of one making have one: the words of the head and the kind of list. */
function shapeDigest(kind: string, headers: readonly string[]): string {
  return sha256Hex(new TextEncoder().encode([kind, ...headers].join('\n')))
}

/** Every mapping that was remembered, as the reader of files takes it. */
export async function rememberedShapes(reader: Reader): Promise<ShapeWithWords[]> {
  const rows = await listMappings(reader)
  return rows.map(({ kind, shape, headers, mapping, fileName, savedByName, savedAt }) => ({
    ...(JSON.parse(mapping) as KeptMapping),
    ...{ kind, shape, fileName, savedBy: savedByName, savedAt },
    headers: JSON.parse(headers) as string[],
  }))
}

/** Which of them were used for the sheets of a book. */
export function rememberedNotes(book: Pick<BookRead, 'tables' | 'kind'>, shapes: readonly ShapeWithWords[]) {
  return used(book, shapes).map(({ shape, savedBy, savedAt, fileName }) => ({
    shape,
    savedBy,
    savedAt,
    fileName,
  }))
}

/** What words were said to mean in files like these, over what is proposed. */
export function saidBefore(
  proposed: ListPlan,
  book: Pick<BookRead, 'tables' | 'kind'>,
  shapes: readonly ShapeWithWords[],
): WordsByField {
  const said: Record<string, Readonly<Record<string, string>>> = { ...proposed.said }
  for (const shape of used(book, shapes))
    for (const [field, words] of Object.entries(shape.said)) said[field] = { ...said[field], ...words }
  return said
}

function used(
  { tables, kind }: Pick<BookRead, 'tables' | 'kind'>,
  shapes: readonly ShapeWithWords[],
): ShapeWithWords[] {
  const digests = new Set(tables.map((table) => shapeDigest(kind, table.shape)))
  return shapes.filter(({ shape }) => digests.has(shape))
}

/** Keeps how a clerk had each sheet understood; what the program found by itself needs no remembering. */
export async function rememberMapping(ctx: CommandContext, stage: ListStage): Promise<number> {
  const { plan, proposed, tables } = stage
  let kept = 0
  for (const [at, table] of tables.entries()) {
    const setup = plan.sheets[at]
    if (setup === undefined) continue
    const before = proposed.sheets.find(({ sheet }) => sheet === setup.sheet)
    const isAsProposed =
      proposed.kind === plan.kind &&
      before !== undefined &&
      sameShape(before, setup) &&
      JSON.stringify(proposed.said) === JSON.stringify(plan.said)
    if (isAsProposed) continue
    const mapping: KeptMapping = { ...distance(table, setup), fields: setup.fields, said: plan.said }
    await saveMapping(ctx.writer, {
      ...{
        kind: plan.kind,
        shape: shapeDigest(plan.kind, table.shape),
        headers: JSON.stringify(table.shape),
      },
      ...{ mapping: JSON.stringify(mapping), fileName: stage.file.name },
      ...{ savedBy: ctx.actor.userId, savedAt: ctx.now().toISOString() },
    })
    kept += 1
  }
  return kept
}

function sameShape(a: ListPlan['sheets'][number], b: ListPlan['sheets'][number]): boolean {
  return (
    a.headerFrom === b.headerFrom &&
    a.headerTo === b.headerTo &&
    JSON.stringify(a.fields) === JSON.stringify(b.fields)
  )
}

/** How far the head is from where it is looked for. */
function distance({ proposedHeader }: BookTable, setup: ListPlan['sheets'][number]) {
  return { from: setup.headerFrom - proposedHeader[0], to: setup.headerTo - proposedHeader[1] }
}

export function shapeOfTable(kind: ListKind, table: Pick<BookTable, 'shape'>): string {
  return shapeDigest(kind, table.shape)
}
