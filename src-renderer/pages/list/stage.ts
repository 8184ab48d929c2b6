import type { Outputs } from '../../api/calls.ts'

export type Stage = Outputs['list']['stage']
export type Plan = Stage['plan']
export type PlannedSheet = Plan['sheets'][number]
