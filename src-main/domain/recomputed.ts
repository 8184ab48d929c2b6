import type { ApplicationStatus } from './application-status.ts'
import { amountFen, sumFen } from './money.ts'

/** 还没报送 — what a changed standard still reaches; what has left is told by a difference, not recomputed. */
export const notReleased = ['submitted', 'returned', 'approved', 'publicizing', 'publicized'] as const
export type NotReleased = (typeof notReleased)[number] & ApplicationStatus

/** One application as it stands. */
export interface Computed {
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly rateYuan: string | null
  readonly quantityCenti: number | null
  /** JSON of its steps. */
  readonly steps: string
}

export interface Recomputed extends Pick<Computed, 'amountFen' | 'rateYuan' | 'quantityCenti' | 'steps'> {
  readonly termsId: string
}

/**
 * What a line becomes by the terms in force; undefined where its money is so already, so that doing it twice changes
 * nothing and a new version of the terms with the old standard asks for no new notice.
 */
export function recomputed(
  one: Computed,
  { termsId, rateYuan }: { readonly termsId: string; readonly rateYuan: string },
): Recomputed | undefined {
  const money = amountFen(one.areaCentiMu, rateYuan)
  return whereChanged(one, { termsId, rateYuan, amountFen: money, quantityCenti: null, steps: '[]' })
}

/** The same for any other programme, whose steps the terms in force have made. */
export function whereChanged(one: Computed, now: Recomputed): Recomputed | undefined {
  const isSame =
    now.amountFen === one.amountFen &&
    now.rateYuan === one.rateYuan &&
    now.quantityCenti === one.quantityCenti
  return isSame && now.steps === one.steps ? undefined : now
}

/** Before, after and how many, of some lines. */
export function sumsOf(lines: readonly { readonly beforeFen: number; readonly afterFen: number }[]) {
  return {
    rows: lines.length,
    beforeFen: sumFen(lines.map(({ beforeFen }) => beforeFen)),
    afterFen: sumFen(lines.map(({ afterFen }) => afterFen)),
  }
}
