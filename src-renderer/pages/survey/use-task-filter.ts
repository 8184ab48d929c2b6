import { useSearchParams } from 'react-router'
import type { Inputs } from '../../api/calls.ts'

export type Need = '' | 'unvisited' | 'must-visit' | 'due' | 'conflict' | 'draft'

export interface TaskFilter {
  readonly village: string | undefined
  readonly need: Need
  /** The chosen row. */
  readonly task: string | undefined
  /** The same as an address, for the entry page and back. */
  readonly search: string
  change(change: { village?: string | undefined; need?: Need; task?: string }): void
}

/** What the list of tasks is narrowed to, kept in the address so that coming back finds it. */
export function useTaskFilter(roundId: string | undefined): TaskFilter {
  const [params, setParams] = useSearchParams()
  const village = params.get('village') ?? undefined
  const need = (params.get('need') ?? '') as Need
  const task = params.get('task') ?? undefined
  const search = searchOf({ round: roundId, village, need, task })
  return {
    village,
    need,
    task,
    search,
    change: (change) =>
      setParams(searchOf({ round: roundId, village, need, task, ...change }), { replace: true }),
  }
}

/** The filter as the calls take it. */
export function filterInput({
  village,
  need,
}: Pick<TaskFilter, 'village' | 'need'>): Omit<Inputs['survey']['tasks'], 'roundId'> {
  return {
    ...(village ? { villageCode: village } : {}),
    ...(need === 'unvisited' ? { state: need } : need === '' ? {} : { only: need }),
  }
}

function searchOf(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return new URLSearchParams(given as [string, string][]).toString()
}
