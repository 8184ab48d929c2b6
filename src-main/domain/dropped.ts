import type { StopReason } from './stop.ts'

/** 为什么没有 — as far as the register and this year's visit say; `unknown` is for a person to find out. */
export const droppedWhys = ['dead', 'moved-out', 'cancelled', 'gave-up', 'not-placed', 'unknown'] as const
export type DroppedWhy = (typeof droppedWhys)[number]

interface LastTime {
  readonly personStatus: 'registered' | 'cancelled' | 'moved-out' | 'dead'
  readonly isListedDead: boolean
  /** Said at this year's visit that the household no longer applies. */
  readonly gaveUp: boolean
  /** The list's line has a village and an account, so that it could have been rolled forward. */
  readonly isPlaced: boolean
}

export function whyDropped({ personStatus, isListedDead, gaveUp, isPlaced }: LastTime): DroppedWhy {
  if (personStatus === 'dead' || isListedDead) return 'dead'
  if (personStatus === 'moved-out' || personStatus === 'cancelled') return personStatus
  if (gaveUp) return 'gave-up'
  return isPlaced ? 'unknown' : 'not-placed'
}

/** The reason code that goes with it most likely; nothing where a person has to say. */
export const likelyReason: Readonly<Partial<Record<DroppedWhy, StopReason>>> = {
  dead: 'death',
  'moved-out': 'moved-away',
  cancelled: 'identity-cancelled',
  'gave-up': 'waived',
}
