import { listVillages } from '../../store/division-queries.ts'
import type { HandlersOf } from '../handler-types.ts'

export const divisionHandlers: HandlersOf<'division'> = {
  villages: async ({ reader, scope }) => {
    const villages = await listVillages(reader)
    return villages.filter(({ code }) => scope.villages === 'all' || scope.villages.includes(code))
  },
}
