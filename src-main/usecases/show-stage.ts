import { labelOfMeaning } from '../domain/word-list.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import { rowRuleText } from '../wording/row-rules.ts'
import { skippedLabel } from '../wording/skipped-labels.ts'
import { missingLabels, sheetWhyText, surenessText } from '../wording/stage-labels.ts'
import { inScopeOf } from '../domain/role.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import type { QueryContext, StageShelf } from './context.ts'
import {
  countLines,
  getStage,
  type ListStage,
  rawOf,
  type StagedLine,
  type StagedTable,
  sumLines,
} from './list-stage.ts'
import { shapeOfTable } from './remember-mapping.ts'
import { type Outcome, outcomeOf, placesOf } from './staged-places.ts'

/** What the clerk sees before saying yes: how the file was understood, counts that tie out, the difference to what is stored. */
export async function showStage(ctx: QueryContext, stages: StageShelf, input: { stageId: string }) {
  const stage = getStage(stages, input.stageId, ctx.actor.userId)
  const { plan, difference } = stage
  const terms = listKindTerms[plan.kind]
  return {
    ...{ stageId: stage.id, kind: plan.kind, kindLabel: terms.label, guessed: stage.guessed },
    fileName: stage.file.name,
    plan: planOf(stage),
    fields: terms.fields.map(({ key, label, required }) => ({ key, label, required })),
    sheets: stage.sheets.map(({ name, rows, hidden, chosen, why, header }) => {
      const [headerFrom, headerTo] = header ?? [1, 1]
      return { name, rows, hidden, chosen, why: why === null ? '' : sheetWhyText(why), headerFrom, headerTo }
    }),
    tables: stage.tables.map((table) => tableOf(stage, table)),
    words: stage.words.map(({ field, word, count, meaning, list }) => ({
      ...{ field, fieldLabel: labelOfField(stage, field), word, count, meaning },
      meaningLabel: meaning === null ? null : labelOfMeaning(list, meaning),
      options: list.map(({ key, label }) => ({ key, label })),
    })),
    missing: missingLabels(stage.missing),
    remembered: stage.remembered.map((note) => ({ ...note })),
    programmes: terms.programme === 'chosen' ? await programmesOf(ctx) : [],
    canEndGone: terms.replaces === true,
    isRoll: terms.programme !== undefined,
    counts: countLines(stage.lines),
    sums: sumLines(stage.lines),
    difference: {
      ...{ added: difference.added, changed: difference.changed, same: difference.same },
      gone: difference.gone.length,
    },
    skippedByReason: skippedOf(stage.lines),
  }
}

async function programmesOf({ reader, scope }: QueryContext) {
  return (await listProgrammes(reader))
    .filter(({ code }) => inScopeOf(scope, { programmeCode: code }))
    .map(({ code, name }) => ({ code, name }))
}

function planOf({ plan }: ListStage) {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      fields: [...sheet.fields],
      constants: { ...sheet.constants },
    })),
    said: Object.fromEntries(Object.entries(plan.said).map(([field, words]) => [field, { ...words }])),
  }
}

function tableOf(stage: ListStage, table: StagedTable) {
  return {
    sheet: table.sheet,
    headerLines: [...table.headerLines],
    titles: [...table.titles],
    notes: [...table.notes],
    rows: table.rowCount,
    shape: shapeOfTable(stage.plan.kind, table),
    columns: table.columns.map(({ index, header, field, samples, isHidden, sureness }) => ({
      ...{ index, header, field, isHidden, samples: [...samples] },
      fieldLabel: field === null ? null : labelOfField(stage, field),
      sureness: surenessText(sureness),
    })),
  }
}

function labelOfField({ plan }: ListStage, field: string): string {
  return listKindTerms[plan.kind].fields.find(({ key }) => key === field)?.label ?? field
}

function skippedOf(lines: readonly StagedLine[]): Record<string, number> {
  const skipped: Record<string, number> = {}
  for (const { judged } of lines) {
    if (judged.outcome !== 'skipped') continue
    const label = skippedLabel(judged.why)
    skipped[label] = (skipped[label] ?? 0) + 1
  }
  return skipped
}

interface RowsInput {
  readonly stageId: string
  readonly outcome: 'all' | Outcome
  readonly find: string
  readonly from: number
  readonly limit: number
}

/** A window of judged lines in the order of the sheets; what is staged never changes, so places stay what they are. */
export function showStageRows(ctx: QueryContext, stages: StageShelf, input: RowsInput) {
  const stage = getStage(stages, input.stageId, ctx.actor.userId)
  const places = placesOf(stage, input.outcome, input.find)
  const rows = places.slice(input.from, input.from + input.limit)
  return { rows: Array.from(rows, (place) => toRow(stage, place)), total: places.length }
}

function toRow(stage: ListStage, place: number) {
  const line = stage.lines[place]
  if (line === undefined) throw new RangeError('no such line')
  const raw = rawOf(stage, line)
  const isRow = line.judged.outcome !== 'skipped'
  const at = (field: string) => (isRow ? (raw[columnOf(stage, line, field)] ?? '') : '')
  return {
    ...{ place, sheet: stage.tables[line.table]?.sheet ?? '', line: line.line, raw },
    ...{ name: at('name'), village: at('village') },
    outcome: outcomeOf(line),
    reasons: reasonsOf(line),
  }
}

function columnOf({ tables }: ListStage, line: StagedLine, field: string): number {
  return tables[line.table]?.columns.findIndex((column) => column.field === field) ?? -1
}

function reasonsOf({ judged }: StagedLine): { field: string; rule: string; text: string }[] {
  if (judged.outcome === 'rejected')
    return judged.broken.map(({ field, rule }) => ({ field, rule, text: rowRuleText(rule) }))
  if (judged.outcome === 'accepted')
    return judged.warnings.map((rule) => ({ field: '', rule, text: rowRuleText(rule) }))
  return [{ field: '', rule: judged.why, text: skippedLabel(judged.why) }]
}
