/** 五套数 — 申报、初审、部门核定、应发、实发, in their order (field-notes 4). */
export const figureStages = ['applied', 'reviewed', 'approved', 'payable', 'paid'] as const
export type FigureStage = (typeof figureStages)[number]

/** One of the five: how many of the programme's unit (0.01 亩 by land, hundredths elsewhere) and how much, in fen. */
export interface Figure {
  readonly quantityCenti: number
  readonly amountFen: number
}

/** 原因码 — why a figure differs from the one before it; empty where it does not. */
export const figureReasons = ['', 'declined', 'quantity-corrected', 'standard-changed'] as const
export type FigureReason = (typeof figureReasons)[number]

/** What the review makes of what was applied for, with the reason where the two differ. */
export function reviewedFigure(
  decision: 'approve' | 'decline',
  applied: Figure | undefined,
  now: Figure,
): Figure & { readonly reasonCode: FigureReason } {
  if (decision === 'decline') return { quantityCenti: 0, amountFen: 0, reasonCode: 'declined' }
  return { ...now, reasonCode: applied === undefined ? '' : reasonBetween(applied, now) }
}

function reasonBetween(before: Figure, now: Figure): FigureReason {
  if (before.quantityCenti !== now.quantityCenti) return 'quantity-corrected'
  return before.amountFen === now.amountFen ? '' : 'standard-changed'
}
