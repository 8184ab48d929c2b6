import type { Figure, FigureReason, FigureStage } from '../domain/figures.ts'
import type { Reader, Writer } from './reader.ts'

export interface StoredFigure extends Figure {
  readonly stage: FigureStage
  readonly reasonCode: FigureReason
  /** In words: why, or on what it rests. */
  readonly basis: string
  readonly at: string
  readonly byUser: string
}

/** Adds a figure; an earlier one of its stage stays, and the newest counts. */
export async function insertFigure(
  writer: Writer,
  applicationId: string,
  { stage, quantityCenti, amountFen, reasonCode, basis, at, byUser }: StoredFigure,
): Promise<void> {
  const values = { quantityCenti, amountFen, reasonCode, basis, byUser }
  await writer
    .insertInto('applicationFigure')
    .values({ applicationId, stage, at, ...values })
    // twice in one transaction, at one time of the clock: the last word counts
    .onConflict((conflict) => conflict.columns(['applicationId', 'stage', 'at']).doUpdateSet(values))
    .execute()
}

/** The newest figure of every stage there is, in the order they were made. */
export async function listFigures(reader: Reader, applicationId: string): Promise<StoredFigure[]> {
  const rows = await reader
    .selectFrom('applicationFigure')
    .select(['stage', 'quantityCenti', 'amountFen', 'reasonCode', 'basis', 'at', 'byUser'])
    .where('applicationId', '=', applicationId)
    .orderBy('at')
    .execute()
  const newest = new Map(rows.map((row) => [row.stage, row]))
  return [...newest.values()].map((row) => ({ ...row, reasonCode: row.reasonCode as FigureReason }))
}
