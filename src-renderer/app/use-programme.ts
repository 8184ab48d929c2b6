import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { programmeCode as firstProgramme } from './use-step-counts.ts'
import { useWho } from './who.tsx'
import { calls, type Outputs } from '../api/calls.ts'

export interface ChosenProgramme {
  readonly programmeCode: string
  readonly name: string
  /** With terms in force: what may be opened, checked and reviewed this year. */
  readonly choices: Outputs['programme']['list']
  choose(programmeCode: string): void
}

/** 哪个项目 — stands in the address, so that a link leads to its list; the filters of another do not go along. */
export function useProgramme(): ChosenProgramme {
  const { year } = useWho()
  const [params, setParams] = useSearchParams()
  const list = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const programmeCode = params.get('programme') ?? firstProgramme
  const isChoice = (code: string, hasTerms: boolean): boolean => hasTerms || code === programmeCode
  const choices = list.data?.filter((row) => isChoice(row.programmeCode, row.terms !== null)) ?? []
  const name = list.data?.find((row) => row.programmeCode === programmeCode)?.name ?? '耕地地力保护补贴'
  const tab = params.get('tab')
  const choose = (programme: string): void =>
    setParams(tab === null ? { programme } : { programme, tab }, { replace: true })
  return { programmeCode, name, choices, choose }
}
