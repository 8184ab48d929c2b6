import type { Window } from './kill-ground.ts'

export interface KillPoint {
  readonly window: Window
  /** How far into the window, from its beginning (0) to its end (1). */
  readonly part: number
}

/** So many moments by the seed, half in each window, spread so that no stretch of either is left out. */
export function killPoints(count: number, seed: number): KillPoint[] {
  const chance = chances(seed)
  const half = count / 2
  return Array.from({ length: count }, (_, index): KillPoint => {
    const window = index < half ? 'import' : 'package'
    return { window, part: Math.round((((index % half) + chance()) / half) * 1000) / 1000 }
  })
}

/** Mulberry32: the same seed, the same moments. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
