import { useState } from 'react'
import type { Outputs } from '../../api/calls.ts'

export type VillageBooks = Outputs['villageBook']['list'][number]

export interface ChosenVillages {
  readonly chosen: string[]
  choose(villageCodes: string[]): void
}

/** Until somebody ticks, those that have no workbook yet. */
export function useChosenVillages(
  roundId: string | null,
  villages: readonly VillageBooks[] | undefined,
): ChosenVillages {
  const [ticked, setTicked] = useState<{ roundId: string | null; codes: string[] }>()
  const without = (villages ?? []).filter(({ books }) => books.length === 0).map((one) => one.villageCode)
  return {
    chosen: ticked !== undefined && ticked.roundId === roundId ? ticked.codes : without,
    choose: (codes) => setTicked({ roundId, codes }),
  }
}
