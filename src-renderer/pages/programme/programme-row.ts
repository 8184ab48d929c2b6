import type { Outputs } from '../../api/calls.ts'

export type ProgrammeRow = Outputs['programme']['list'][number]
