import { listKindTerms } from '../domain/list-kind.ts'
import { rowRuleText } from '../wording/row-rules.ts'
import { skippedLabel } from '../wording/skipped-labels.ts'
import type { QueryContext, StageShelf } from './context.ts'
import { countLines, getStage, type ListStage, type StagedLine, sumLines } from './list-stage.ts'

type Outcome = 'accepted' | 'warned' | 'rejected' | 'skipped'

/** What the clerk sees before saying yes: how columns were understood, counts that tie out, the difference to what is stored. */
export function showStage(ctx: QueryContext, stages: StageShelf, input: { stageId: string }) {
  const stage = getStage(stages, input.stageId, ctx.actor.userId)
  const terms = listKindTerms[stage.kind]
  const labels = new Map(terms.fields.map((field) => [field.key, field.label]))
  const skippedByReason: Record<string, number> = {}
  for (const { judged } of stage.lines) {
    if (judged.outcome !== 'skipped') continue
    const label = skippedLabel(judged.why)
    skippedByReason[label] = (skippedByReason[label] ?? 0) + 1
  }
  return {
    stageId: stage.id,
    kind: stage.kind,
    kindLabel: terms.label,
    fileName: stage.table.fileName,
    sheet: stage.table.sheet,
    sheets: stage.table.sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })),
    headerLines: [...stage.table.headerLines],
    columns: stage.table.columns.map((column) => ({
      ...column,
      fieldLabel: column.field === null ? null : (labels.get(column.field) ?? null),
    })),
    counts: countLines(stage),
    sums: sumLines(stage),
    difference: stage.difference,
    skippedByReason,
    notes: [...stage.table.notes],
  }
}

interface RowsInput {
  readonly stageId: string
  readonly outcome: 'all' | Outcome
  readonly after: string | null
  readonly limit: number
}

/** A page of judged lines in the sheet's order; `after` is the last line number. */
export function showStageRows(ctx: QueryContext, stages: StageShelf, input: RowsInput) {
  const stage = getStage(stages, input.stageId, ctx.actor.userId)
  const wanted = stage.lines.filter((line) => input.outcome === 'all' || matches(line, input.outcome))
  const from = input.after === null ? 0 : Number(input.after)
  const rows = wanted.filter((line) => line.line > from).slice(0, input.limit)
  const last = rows.at(-1)
  const more = last !== undefined && wanted.at(-1) !== last
  return {
    rows: rows.map((line) => toRow(stage, line)),
    next: more ? String(last.line) : null,
    total: wanted.length,
  }
}

function outcomeOf(line: StagedLine): Outcome {
  const { judged } = line
  return judged.outcome === 'accepted' && judged.warnings.length > 0 ? 'warned' : judged.outcome
}

/** Lines with a warning are accepted too: the two tabs overlap, the counts say so. */
function matches(line: StagedLine, wanted: Outcome): boolean {
  return wanted === 'accepted' ? line.judged.outcome === 'accepted' : outcomeOf(line) === wanted
}

function toRow(stage: ListStage, line: StagedLine) {
  const nameColumn = stage.table.columns.findIndex((column) => column.field === 'name')
  const villageColumn = stage.table.columns.findIndex((column) => column.field === 'village')
  return {
    line: line.line,
    raw: [...line.raw],
    name: line.judged.outcome === 'skipped' ? '' : (line.raw[nameColumn] ?? ''),
    village: line.judged.outcome === 'skipped' ? '' : (line.raw[villageColumn] ?? ''),
    outcome: outcomeOf(line),
    reasons: reasonsOf(line),
  }
}

function reasonsOf({ judged }: StagedLine): { field: string; rule: string; text: string }[] {
  if (judged.outcome === 'rejected')
    return judged.broken.map(({ field, rule }) => ({ field, rule, text: rowRuleText(rule) }))
  if (judged.outcome === 'accepted')
    return judged.warnings.map((rule) => ({ field: '', rule, text: rowRuleText(rule) }))
  return [{ field: '', rule: judged.why, text: skippedLabel(judged.why) }]
}
