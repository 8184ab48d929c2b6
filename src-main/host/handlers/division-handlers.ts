import { addPastVillage } from '../../usecases/past-villages.ts'
import { listPastDivisions, listVillages } from '../../store/division-queries.ts'
import type { HandlersOf } from '../handler-types.ts'

export const divisionHandlers: HandlersOf<'division'> = {
  past: ({ reader }) => listPastDivisions(reader),
  addPast: (ctx, input) => addPastVillage(ctx, input),
  villages: async ({ reader, scope }) => {
    const villages = await listVillages(reader)
    return villages.filter(({ code }) => scope.villages === 'all' || scope.villages.includes(code))
  },
}
