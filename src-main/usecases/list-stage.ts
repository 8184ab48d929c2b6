import type { BrokenField, RowRule } from '../domain/row-rule.ts'
import { Problem } from '../domain/problem.ts'
import type { WordList } from '../domain/word-list.ts'
import type { HeldFile } from '../ports/files.ts'
import type { BookRead, BookSheet, BookTable } from '../workbook/book-read.ts'
import type { SheetRows } from '../workbook/sheet-rows.ts'
import type { StageShelf } from './context.ts'
import type { StageDifference } from './list-difference.ts'
import type { ListPlan } from './list-plan.ts'
import type { ListValue } from './list-value.ts'

/** 暂存的清单 — a file read and judged, waiting for the clerk's yes. Nothing of it is in the database. */
export interface ListStage {
  readonly id: string
  readonly ownerId: string
  readonly file: HeldFile
  readonly fileSha256: string
  readonly plan: ListPlan
  /** How it was understood before anybody put it right; remembered when it was. */
  readonly proposed: ListPlan
  readonly guessed: boolean
  readonly sheets: readonly BookSheet[]
  readonly tables: readonly StagedTable[]
  readonly lines: readonly StagedLine[]
  readonly words: readonly WordSeen[]
  readonly missing: readonly StageMissing[]
  readonly remembered: readonly RememberedNote[]
  readonly difference: StageDifference
}

export interface StagedTable extends BookTable {
  readonly rows: SheetRows
  readonly packed: BookRead['tables'][number]['rows']
}

/** A word of a column that takes only some, how often it stands there and what it is taken for. */
export interface WordSeen {
  readonly field: string
  readonly word: string
  readonly count: number
  readonly meaning: string | null
  readonly list: WordList
}

/** What must be said before the list can be imported. */
export type StageMissing =
  | { readonly what: 'column'; readonly sheet: string; readonly field: string; readonly label: string }
  | { readonly what: 'year' | 'programme' }

export interface RememberedNote {
  readonly shape: string
  readonly savedBy: string
  readonly savedAt: string
  readonly fileName: string
}

/** One line of a sheet after its head, judged. */
export interface StagedLine {
  /** Which of the tables. */
  readonly table: number
  /** 1-based, in its sheet. */
  readonly line: number
  /** Which of the table's rows; -1 for what is no row. */
  readonly row: number
  readonly judged:
    | {
        readonly outcome: 'accepted'
        readonly value: ListValue
        readonly villageCode: string
        readonly warnings: readonly RowRule[]
      }
    | {
        readonly outcome: 'rejected'
        readonly broken: readonly BrokenField[]
        readonly householdNo: string
        readonly villageCode: string | undefined
        readonly group: string
        readonly relation: string
        readonly name: string
        /** The number where it can be read. */
        readonly idNumber: string
      }
    | { readonly outcome: 'skipped'; readonly why: string; readonly text: string }
}

export type AcceptedLine = StagedLine & { readonly judged: { readonly outcome: 'accepted' } }
export type RejectedStageLine = StagedLine & { readonly judged: { readonly outcome: 'rejected' } }

export function isAccepted(line: StagedLine): line is AcceptedLine {
  return line.judged.outcome === 'accepted'
}
export function isRejected(line: StagedLine): line is RejectedStageLine {
  return line.judged.outcome === 'rejected'
}

/** A line as it stands in the sheet. */
export function rawOf({ tables }: Pick<ListStage, 'tables'>, line: StagedLine): string[] {
  if (line.judged.outcome === 'skipped') return [line.judged.text]
  return tables[line.table]?.rows.raw(line.row) ?? []
}

export interface LineCounts {
  readonly lines: number
  readonly accepted: number
  readonly rejected: number
  readonly warned: number
  readonly skipped: number
}

/** 口径 — sheet lines after the head = accepted + rejected + skipped. */
export function countLines(lines: readonly StagedLine[]): LineCounts {
  const counts = { lines: lines.length, accepted: 0, rejected: 0, warned: 0, skipped: 0 }
  for (const { judged } of lines) {
    counts[judged.outcome] += 1
    if (judged.outcome === 'accepted' && judged.warnings.length > 0) counts.warned += 1
  }
  return counts
}

/** Sums over the accepted lines of a roll; other lists have none. */
export function sumLines(lines: readonly StagedLine[]): { areaCentiMu: number; amountFen: number } | null {
  let isRoll = false
  const sums = { areaCentiMu: 0, amountFen: 0 }
  for (const { judged } of lines) {
    if (judged.outcome !== 'accepted') continue
    const { value } = judged
    if (value.kind !== 'farmland-roll' && value.kind !== 'allowance-roll') continue
    isRoll = true
    sums.amountFen += value.row.amountFen ?? 0
    if (value.kind === 'farmland-roll') sums.areaCentiMu += value.row.areaCentiMu
  }
  return isRoll ? sums : null
}

/** A stage of one's own; another clerk's file is none of theirs (field-notes 19). */
export function getStage(stages: StageShelf, stageId: string, userId: string): ListStage {
  const stage = stages.get(stageId) as ListStage | undefined
  if (stage === undefined || stage.ownerId !== userId) throw new Problem('stage.expired')
  return stage
}
