/** 走访状态 — 未访, 已访, 外出, 拒访, 查无此人. */
export const visitStates = ['unvisited', 'visited', 'away', 'refused', 'not-found'] as const
export type VisitState = (typeof visitStates)[number]
