import { useState } from 'react'

/** 选中的行 — one by the list's own choice; several by Shift or Ctrl+A, for copying only. */
export interface ChosenRows {
  readonly isChosen: (index: number) => boolean
  /** From where the choice began to the given row. */
  extendTo(index: number): void
  chooseAll(): void
  forget(): void
  /** Indexes of everything chosen, in order. */
  indexes(): number[]
}

type Range = { readonly from: number; readonly to: number } | undefined

export function useChosenRows(selected: number, count: number): ChosenRows {
  const [range, setRange] = useState<Range>()
  const first = range === undefined ? selected : Math.min(range.from, range.to)
  const last = range === undefined ? selected : Math.max(range.from, range.to)
  const end = Math.min(last, count - 1)
  return {
    isChosen: (index) => index >= 0 && index >= first && index <= end,
    extendTo: (index) => setRange({ from: range?.from ?? Math.max(selected, 0), to: index }),
    chooseAll: () => setRange({ from: 0, to: count - 1 }),
    forget: () => setRange(undefined),
    indexes: () =>
      first < 0 ? [] : Array.from({ length: Math.max(end - first + 1, 0) }, (_, at) => first + at),
  }
}
