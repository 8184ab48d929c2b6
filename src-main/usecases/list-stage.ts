import type { BrokenField, RowRule } from '../domain/row-rule.ts'
import type { ListKind } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { TableRead } from '../workbook/table-read.ts'
import type { StageShelf } from './context.ts'
import type { ListValue } from './list-value.ts'

/** 暂存的清单 — a file read and judged, waiting for the clerk's yes. Nothing of it is in the database. */
export interface ListStage {
  readonly id: string
  readonly kind: ListKind
  readonly year: number | null
  readonly ownerId: string
  readonly path: string
  readonly fileSha256: string
  readonly table: Omit<TableRead, 'rows'>
  readonly lines: readonly StagedLine[]
  readonly difference: { readonly added: number; readonly changed: number; readonly same: number }
}

/** One line of the sheet after its head, judged. */
export interface StagedLine {
  readonly line: number
  readonly raw: readonly string[]
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
      }
    | { readonly outcome: 'skipped'; readonly why: string }
}

export type AcceptedLine = StagedLine & { readonly judged: { readonly outcome: 'accepted' } }
export type RejectedStageLine = StagedLine & { readonly judged: { readonly outcome: 'rejected' } }

export function isAccepted(line: StagedLine): line is AcceptedLine {
  return line.judged.outcome === 'accepted'
}
export function isRejected(line: StagedLine): line is RejectedStageLine {
  return line.judged.outcome === 'rejected'
}

/** 口径 — sheet lines after the head = accepted + rejected + skipped. */
export function countLines(stage: Pick<ListStage, 'lines'>) {
  const of = (outcome: string) => stage.lines.filter((line) => line.judged.outcome === outcome).length
  return {
    lines: stage.lines.length,
    accepted: of('accepted'),
    rejected: of('rejected'),
    warned: stage.lines.filter(
      (line) => line.judged.outcome === 'accepted' && line.judged.warnings.length > 0,
    ).length,
    skipped: of('skipped'),
  }
}

/** Sums over the accepted lines of a roll; other lists have none. */
export function sumLines(
  stage: Pick<ListStage, 'kind' | 'lines'>,
): { areaCentiMu: number; amountFen: number } | null {
  if (stage.kind !== 'farmland-roll') return null
  let areaCentiMu = 0
  let amountFen = 0
  for (const line of stage.lines) {
    if (line.judged.outcome !== 'accepted' || line.judged.value.kind !== 'farmland-roll') continue
    areaCentiMu += line.judged.value.row.areaCentiMu
    amountFen += line.judged.value.row.amountFen ?? 0
  }
  return { areaCentiMu, amountFen }
}

/** A stage of one's own; another clerk's file is none of theirs (field-notes 19). */
export function getStage(stages: StageShelf, stageId: string, userId: string): ListStage {
  const stage = stages.get(stageId) as ListStage | undefined
  if (stage === undefined || stage.ownerId !== userId) throw new Problem('stage.expired')
  return stage
}
