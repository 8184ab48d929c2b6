import type { Moment } from './steps.ts'

export interface KillPoint {
  readonly moment: Moment
  /** How far into it, from its beginning (0) to its end (1). */
  readonly part: number
}

/** Where twenty kills fall: most often where most is written. */
const aim: readonly Moment[] = [
  ...many('stage-register', 1),
  ...many('commit-register', 4),
  ...many('stage-roll', 1),
  ...many('commit-roll', 3),
  ...many('roll-forward', 2),
  ...many('check', 1),
  ...many('build', 5),
  ...many('release', 3),
]

/** Random moments by the seed, spread so that no stretch of any work is left out. */
export function killPoints(count: number, seed: number): KillPoint[] {
  const chance = chances(seed)
  const moments = Array.from({ length: count }, (_, index) => aim[index % aim.length]!)
  return moments.map((moment, index) => {
    const before = moments.slice(0, index).filter((other) => other === moment).length
    const all = moments.filter((other) => other === moment).length
    return { moment, part: Math.round(((before + chance()) / all) * 1000) / 1000 }
  })
}

function many(moment: Moment, count: number): Moment[] {
  return Array.from({ length: count }, () => moment)
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
