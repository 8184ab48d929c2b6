import type { Outputs } from '../../api/calls.ts'

export type User = Outputs['user']['list'][number]
