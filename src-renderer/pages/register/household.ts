import type { Outputs } from '../../api/calls.ts'

/** 户 — with its members, accounts, land, applications and history. */
export type Household = Outputs['register']['household']
