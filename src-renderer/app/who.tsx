import { createContext, useContext } from 'react'
import type { Role } from '../../src-main/domain/role.ts'
import type { Outputs } from '../api/calls.ts'

export type SessionView = NonNullable<Outputs['session']['current']>
export type WorkstationState = Outputs['workstation']['state']

/** 经办人 — who is signed in, and the year the office is working on. */
export interface Who {
  readonly session: SessionView
  readonly state: WorkstationState
  readonly year: number
  setYear(year: number): void
}

export const WhoContext = createContext<Who | undefined>(undefined)

export function useWho(): Who {
  const who = useContext(WhoContext)
  if (who === undefined) throw new Error('outside of the frame')
  return who
}

export function useHasRole(...wanted: readonly Role[]): boolean {
  const { session } = useWho()
  return wanted.some((role) => session.roles.includes(role))
}
